import { shareLinks } from '@/lib/share/share-links'
import styles from './hashtags.module.css'

/** Ways to send an article's address. `<share-tools>` adds copying and the system's own sheet where there is script. */
export function ShareTools({ title, url }: { title: string; url: string }) {
  return (
    <section className={styles.hashtags} aria-labelledby="share">
      <h2 id="share" className={styles.title}>
        Share
      </h2>
      <ul className={styles.list}>
        {shareLinks(title, url).map(({ name, href }, i) => {
          const link = (
            <a rel="nofollow" href={href}>
              {name}
            </a>
          )
          return <li key={name}>{i === 0 ? <share-tools>{link}</share-tools> : link}</li>
        })}
      </ul>
    </section>
  )
}
