import { wordsLanguage } from '@/components/site/language-attributes'
import { articleCommentsPath } from '@/lib/site/routes'
import type { Site } from '@/lib/site/site'
import { counted, wordsOf } from '@/lib/words/words'
import styles from './actions.module.css'

type Props = {
  slug: string
  site: Site
  /** How many comments there are, and whether one more is taken. */
  comments: { count: number; isOpen: boolean }
}

/** What a reader may want to do with an article, in one line under the byline. Script opens the sheet of the system. */
export function Actions({ slug, site, comments }: Props) {
  const words = wordsOf(site).article
  return (
    <ul className={styles.actions} aria-label={words.actions} {...wordsLanguage(site)}>
      <li>
        <share-tools>
          <a href="#share">{words.share}</a>
        </share-tools>
      </li>
      <CommentsLink slug={slug} site={site} comments={comments} />
      <li className={styles.size}>
        <reader-settings label={wordsOf(site).elements.textSize} />
      </li>
    </ul>
  )
}

/** To the comments below, or to the form for the first one. */
export function CommentsLink({ slug, site, comments: { count, isOpen } }: Props) {
  if (count === 0 && !isOpen) return null
  const words = wordsOf(site).article
  const label = count === 0 ? words.firstComment : counted(words.comments, count, site)
  return (
    <li>
      <a href={articleCommentsPath(slug, 1, count === 0 ? 'respond' : 'comments')}>
        {label}
        <span aria-hidden="true">↓</span>
      </a>
    </li>
  )
}
