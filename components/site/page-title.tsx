import type { ReactNode } from 'react'
import styles from './page-title.module.css'

type Props = {
  kind?: string | undefined
  title: ReactNode
  note?: ReactNode
  /** A link in the title's line: how to follow what the page lists. */
  follow?: { name: string; path: string; label: string } | undefined
}

/** The head of a page that is no article: what it is of, its name, and a line about what it holds. */
export function PageTitle({ kind, title, note, follow }: Props) {
  return (
    <header className={styles.head}>
      {kind && <p className={styles.kind}>{kind}</p>}
      <div className={styles.line}>
        <h1 className={styles.title}>{title}</h1>
        {follow && (
          <a className={styles.follow} href={follow.path} aria-label={follow.label}>
            {follow.name}
          </a>
        )}
      </div>
      {note && <div className={styles.note}>{note}</div>}
    </header>
  )
}
