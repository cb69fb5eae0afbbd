import { tagPath } from '@/lib/routes'
import styles from './tag-index.module.css'

type Props = { tags: { slug: string; name: string; count: number }[]; lang: string }

/** Beside the letters, the tags that most stories carry; fewer tags in all are seen at a glance. */
const MOST_USED = 12
const MANY = 24

/** Every tag that an article carries: those of most stories, then all by their first letter. */
export function TagIndex({ tags, lang }: Props) {
  const collator = new Intl.Collator(lang, { sensitivity: 'base', numeric: true })
  const letters = new Map<string, Props['tags']>()
  for (const tag of [...tags].sort((a, b) => collator.compare(a.name, b.name))) {
    const letter = ([...tag.name.normalize('NFD')][0] ?? '').toLocaleUpperCase(lang)
    letters.set(letter, [...(letters.get(letter) ?? []), tag])
  }
  const used = [...tags].sort((a, b) => b.count - a.count || collator.compare(a.name, b.name))
  return (
    <>
      {tags.length >= MANY && (
        <div className={styles.used}>
          <Group title="Most used" tags={used.slice(0, MOST_USED)} />
        </div>
      )}
      <div className={styles.index}>
        {[...letters].map(([letter, group]) => (
          <Group key={letter} title={letter} tags={group} />
        ))}
      </div>
    </>
  )
}

function Group({ title, tags }: { title: string; tags: Props['tags'] }) {
  return (
    <section className={styles.letter}>
      <h2 className={styles.heading}>{title}</h2>
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
    </section>
  )
}
