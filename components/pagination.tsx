import styles from './pagination.module.css'

type Props = { page: number; pages: number; path: (page: number) => string }

/** Newer and older, and where one is; nothing when there is one page. */
export function Pagination({ page, pages, path }: Props) {
  if (pages < 2) return null
  return (
    <nav className={styles.pagination} aria-label="Pages">
      {page > 1 ? (
        <a href={path(page - 1)} rel="prev">
          Newer stories
        </a>
      ) : (
        <span />
      )}
      <span className={styles.place}>
        Page {page} of {pages}
      </span>
      {page < pages ? (
        <a href={path(page + 1)} rel="next">
          Older stories
        </a>
      ) : (
        <span />
      )}
    </nav>
  )
}
