import { PageTitle } from '@/components/site/page-title'
import { archivePath } from '@/lib/site/routes'
import type { Site } from '@/lib/site/site'
import { counted, wordsOf } from '@/lib/words/words'
import styles from './archive-page.module.css'

export type ArchivePart = { text: string; name: string; count: number }

type Props = {
  title: string
  /** The ways back: the years, the year. */
  above?: readonly { name: string; path: string }[]
  groups: readonly { heading?: ArchivePart; parts: readonly ArchivePart[] }[]
  site: Site
}

/** Times in which something was published, each with its number of stories. */
export function ArchivePage({ title, above = [], groups, site }: Props) {
  const words = wordsOf(site)
  const stories = (count: number) => counted(words.lists.stories, count, site)
  const isEmpty = groups.every(({ parts }) => parts.length === 0)
  return (
    <>
      <ArchiveWay above={above} site={site} />
      <PageTitle title={title} note={isEmpty ? words.archive.empty : words.archive.about} />
      <div className={styles.groups}>
        {groups.map(({ heading, parts }) => (
          <section key={heading?.text ?? title} className={styles.group}>
            {heading && (
              <h2 className={styles.heading}>
                <a href={archivePath(heading.text)}>{heading.name}</a>{' '}
                <span className={styles.count}>{stories(heading.count)}</span>
              </h2>
            )}
            <ul className={styles.parts}>
              {parts.map(({ text, name, count }) => (
                <li key={text}>
                  <a href={archivePath(text)}>{name}</a>{' '}
                  <span className={styles.count}>{stories(count)}</span>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </>
  )
}

/** The ways back to the longer times in which one lies. */
export function ArchiveWay({ above = [], site }: Pick<Props, 'above' | 'site'>) {
  if (above.length === 0) return null
  return (
    <nav aria-label={wordsOf(site).archive.title}>
      <ol className={styles.way}>
        {above.map(({ name, path }) => (
          <li key={path}>
            <a href={path}>{name}</a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
