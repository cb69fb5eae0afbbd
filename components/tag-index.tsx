import { tagPath } from '@/lib/routes'
import styles from './tag-index.module.css'

type Props = { tags: { slug: string; name: string; count: number }[]; lang: string }

/** Every tag that an article carries, by its first letter. */
export function TagIndex({ tags, lang }: Props) {
  const collator = new Intl.Collator(lang, { sensitivity: 'base', numeric: true })
  const letters = new Map<string, Props['tags']>()
  for (const tag of [...tags].sort((a, b) => collator.compare(a.name, b.name))) {
    const letter = ([...tag.name.normalize('NFD')][0] ?? '').toLocaleUpperCase(lang)
    letters.set(letter, [...(letters.get(letter) ?? []), tag])
  }
  return (
    <div className={styles.index}>
      {[...letters].map(([letter, group]) => (
        <section key={letter} className={styles.letter}>
          <h2 className={styles.heading}>{letter}</h2>
          <ul className={styles.tags}>
            {group.map(({ slug, name, count }) => (
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
        </section>
      ))}
    </div>
  )
}
