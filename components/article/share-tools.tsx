import label from '@/components/site/label.module.css'
import { wordsLanguage } from '@/components/site/language-attributes'
import { shareLinks } from '@/lib/share/share-links'
import type { Site } from '@/lib/site/site'
import { wordsOf } from '@/lib/words/words'
import { CommentsLink } from './actions'
import styles from './actions.module.css'

type Props = {
  article: { slug: string; title: string }
  url: string
  site: Site
  comments: { count: number; isOpen: boolean }
}

/** Ways to send an article's address, and to the comments: after the text. `<share-tools>` adds copying where there is script. */
export function ShareTools({ article: { slug, title }, url, site, comments }: Props) {
  return (
    <section
      id="share"
      className={styles.share}
      aria-labelledby="share-title"
      {...wordsLanguage(site)}
    >
      <h2 id="share-title" className={label.label}>
        {wordsOf(site).article.share}
      </h2>
      <ul className={styles.actions}>
        {shareLinks(title, url, wordsOf(site).article.email).map(({ name, href }, i) => {
          const link = (
            <a rel="nofollow" href={href}>
              {name}
            </a>
          )
          return <li key={name}>{i === 0 ? <share-tools>{link}</share-tools> : link}</li>
        })}
        <CommentsLink slug={slug} site={site} comments={comments} />
      </ul>
    </section>
  )
}
