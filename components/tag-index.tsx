import { tagPath, tagsPath } from '@/lib/site/routes'
import styles from './tag-index.module.css'

type Tags = readonly { slug: string; name: string; count: number }[]
type Order = 'letter' | 'use'

const ORDERS = [
  { by: 'letter', name: 'By letter' },
  { by: 'use', name: 'By use' },
] as const satisfies readonly { by: Order; name: string }[]

/** Every tag that an article carries, by its first letter or by the number of stories that carry it. */
export function TagIndex({ tags, by, lang }: { tags: Tags; by: Order; lang: string }) {
  if (tags.length === 0) return null
  const { compare } = new Intl.Collator(lang, { sensitivity: 'base', numeric: true })
  const byName = [...tags].sort((a, b) => compare(a.name, b.name))
  return (
    <>
      <nav className={styles.orders} aria-label="Order of the tags">
        {ORDERS.map((order) => (
          <a
            key={order.by}
            href={tagsPath(order.by)}
            aria-current={order.by === by ? 'page' : undefined}
          >
            {order.name}
          </a>
        ))}
      </nav>
      <div className={styles.index}>
        {by === 'use' ? (
          // Sorting keeps the order of names where the numbers are the same.
          <TagList tags={byName.sort((a, b) => b.count - a.count)} />
        ) : (
          [...byLetter(byName, lang)].map(([letter, group]) => (
            <section key={letter} className={styles.letter}>
              <h2 className={styles.heading}>{letter}</h2>
              <TagList tags={group} />
            </section>
          ))
        )}
      </div>
    </>
  )
}

function byLetter(tags: Tags, lang: string): Map<string, Tags> {
  const letters = new Map<string, Tags>()
  for (const tag of tags) {
    const letter = ([...tag.name.normalize('NFD')][0] ?? '').toLocaleUpperCase(lang)
    letters.set(letter, [...(letters.get(letter) ?? []), tag])
  }
  return letters
}

function TagList({ tags }: { tags: Tags }) {
  return (
    <ul className={styles.tags}>
      {tags.map(({ slug, name, count }) => (
        <li key={slug}>
          <a href={tagPath(slug)}>
            <bdi>{name}</bdi>
          </a>{' '}
          <span className={styles.count}>
            {count} {count === 1 ? 'story' : 'stories'}
          </span>
        </li>
      ))}
    </ul>
  )
}
