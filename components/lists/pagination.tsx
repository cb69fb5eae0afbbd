import styles from './pagination.module.css'

type Props = {
  page: number
  pages: number
  path: (page: number) => string
  names?: { before: string; after: string }
}

const BY_DATE = { before: 'Newer stories', after: 'Older stories' }

/** The page before and the one after, and where one is; nothing when there is one page. */
export function Pagination({ page, pages, path, names = BY_DATE }: Props) {
  if (pages < 2) return null
  return (
    <nav className={styles.pagination} aria-label="Pages">
      {page > 1 ? (
        <a href={path(page - 1)} rel="prev">
          {names.before}
        </a>
      ) : (
        <span />
      )}
      <span className={styles.place}>
        Page {page} of {pages}
      </span>
      {page < pages ? (
        <a href={path(page + 1)} rel="next">
          {names.after}
        </a>
      ) : (
        <span />
      )}
    </nav>
  )
}
