import { tagPath } from '@/lib/site/routes'
import type { Site } from '@/lib/site/site'
import { wordsOf } from '@/lib/words/words'
import styles from './tag-note.module.css'

type Props = {
  count: string
  site: Site
  description?: string | undefined
  related: readonly { slug: string; name: string }[]
}

/** What a tag means, how many stories have it, and the tags that often appear with it. */
export function TagNote({ count, site, description, related }: Props) {
  const label = wordsOf(site).lists.relatedTopics
  return (
    <>
      {description && <p className={styles.description}>{description}</p>}
      <p>{count}</p>
      {related.length > 0 && (
        <nav className={styles.related} aria-label={label}>
          <span aria-hidden="true">{label}</span>
          <ul className={styles.list}>
            {related.map(({ slug, name }) => (
              <li key={slug}>
                <a href={tagPath(slug)}>
                  <bdi>#{name}</bdi>
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </>
  )
}
