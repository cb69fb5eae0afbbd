import { tagPath, tagsPath } from '@/lib/site/routes'
import type { Site } from '@/lib/site/site'
import { counted, wordsOf } from '@/lib/words/words'
import styles from './tag-index.module.css'

type Tags = readonly { slug: string; name: string; count: number }[]
type Order = 'letter' | 'use'

/** Every tag that an article carries, by its first letter or by the number of stories that carry it. */
export function TagIndex({ tags, by, site }: { tags: Tags; by: Order; site: Site }) {
  if (tags.length === 0) return null
  const words = wordsOf(site).lists
  const orders = [
    { order: 'letter', name: words.byLetter },
    { order: 'use', name: words.byUse },
  ] as const
  const { compare } = new Intl.Collator(site.lang, { sensitivity: 'base', numeric: true })
  const byName = [...tags].sort((a, b) => compare(a.name, b.name))
  return (
    <>
      <nav className={styles.orders} aria-label={words.topicsOrder}>
        {orders.map(({ order, name }) => (
          <a key={order} href={tagsPath(order)} aria-current={order === by ? 'page' : undefined}>
            {name}
          </a>
        ))}
      </nav>
      <div className={styles.index}>
        {by === 'use' ? (
          // Sorting keeps the order of names where the numbers are the same.
          <TagList tags={byName.sort((a, b) => b.count - a.count)} site={site} />
        ) : (
          [...byLetter(byName, site.lang)].map(([letter, group]) => (
            <section key={letter} className={styles.letter}>
              <h2 className={styles.heading}>{letter}</h2>
              <TagList tags={group} site={site} />
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

function TagList({ tags, site }: { tags: Tags; site: Site }) {
  return (
    <ul className={styles.tags}>
      {tags.map(({ slug, name, count }) => (
        <li key={slug}>
          <a href={tagPath(slug)}>
            <bdi>{name}</bdi>
          </a>{' '}
          <span className={styles.count}>{counted(wordsOf(site).lists.stories, count, site)}</span>
        </li>
      ))}
    </ul>
  )
}
