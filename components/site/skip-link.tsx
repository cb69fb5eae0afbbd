import styles from './skip-link.module.css'

/** The first thing that a keyboard meets on each page. */
export function SkipLink() {
  return (
    <a className={styles.skip} href="#main">
      Skip to the text
    </a>
  )
}
