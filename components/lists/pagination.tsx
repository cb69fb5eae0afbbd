import type { Site } from '@/lib/site/site'
import { fill, numeral, wordsOf } from '@/lib/words/words'
import styles from './pagination.module.css'

type Props = {
  page: number
  pages: number
  path: (page: number) => string
  site: Site
  /** What the two ways are called where a list isn't by date. */
  names?: { before: string; after: string }
}

/** The page before and the one after, and where one is; nothing when there is one page. */
export function Pagination({ page, pages, path, site, names }: Props) {
  if (pages < 2) return null
  const words = wordsOf(site).lists
  const { before, after } = names ?? { before: words.newer, after: words.older }
  return (
    <nav className={styles.pagination} aria-label={words.pages}>
      {page > 1 ? (
        <a href={path(page - 1)} rel="prev">
          {before}
        </a>
      ) : (
        <span />
      )}
      <span className={styles.place}>
        {fill(words.page, { page: numeral(page, site), pages: numeral(pages, site) })}
      </span>
      {page < pages ? (
        <a href={path(page + 1)} rel="next">
          {after}
        </a>
      ) : (
        <span />
      )}
    </nav>
  )
}
