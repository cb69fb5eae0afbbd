import { tagPath } from '@/lib/site/routes'
import styles from './tag-note.module.css'

type Props = {
  count: string
  description?: string | undefined
  related: readonly { slug: string; name: string }[]
}

/** What a tag means, how many stories carry it, and the tags that often stand beside it. */
export function TagNote({ count, description, related }: Props) {
  return (
    <>
      {description && <p className={styles.description}>{description}</p>}
      <p>{count}</p>
      {related.length > 0 && (
        <nav className={styles.related} aria-label="Related tags">
          <span aria-hidden="true">Related:</span>
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
