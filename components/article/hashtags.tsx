import label from '@/components/site/label.module.css'
import { wordsLanguage } from '@/components/site/language-attributes'
import { slugify } from '@/lib/article/slug'
import { tagPath } from '@/lib/site/routes'
import type { Site } from '@/lib/site/site'
import { wordsOf } from '@/lib/words/words'
import styles from './hashtags.module.css'

/** An article's tags as a list of links. */
export function Hashtags({ tags, site }: { tags: string[]; site: Site }) {
  if (tags.length === 0) return null
  return (
    <section className={styles.hashtags} aria-labelledby="hashtags">
      <h2 id="hashtags" className={label.label} {...wordsLanguage(site)}>
        {wordsOf(site).article.topics}
      </h2>
      <ul className={styles.list}>
        {tags.map((tag) => (
          <li key={tag}>
            <a rel="tag" href={tagPath(slugify(tag))}>
              <bdi>#{tag}</bdi>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
