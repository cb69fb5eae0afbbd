import type { ListKind } from '@/lib/article/lists'
import { listPath } from '@/lib/site/routes'
import type { Site } from '@/lib/site/site'
import { counted, wordsOf } from '@/lib/words/words'
import styles from './tag-index.module.css'

export type Named = { slug: string; name: string; count: number; note?: string | undefined }

type Props = { kind: ListKind; names: readonly Named[]; site: Site }

/** Names of one kind with the number of their stories, in the given order, in columns. */
export function NameIndex({ kind, names, site }: Props) {
  return (
    <ul className={`${styles.tags} ${styles.index}`}>
      {names.map(({ slug, name, count, note }) => (
        <li key={slug}>
          <a href={listPath(kind, slug)}>
            <bdi>{name}</bdi>
          </a>{' '}
          <span className={styles.count}>
            {note && (
              <>
                <bdi>{note}</bdi>
                {' ·\u00a0'}
              </>
            )}
            {counted(wordsOf(site).lists.stories, count, site)}
          </span>
        </li>
      ))}
    </ul>
  )
}
