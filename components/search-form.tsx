import { searchPath } from '@/lib/site/routes'
import styles from './search-form.module.css'

type Props = {
  /** What tells this form from another on the page. */
  name: string
  query?: string
  /** The masthead's is small: its name and its button are for screen readers and a lens. */
  size: 'small' | 'large'
}

/** A search, sent by GET so that its results have an address. The element suggests while one types. */
export function SearchForm({ name, query, size }: Props) {
  return (
    <search-box className={styles[size] ?? ''}>
      <form
        className={styles.form}
        role="search"
        aria-label={name}
        action={searchPath()}
        method="get"
      >
        <input
          className={styles.input}
          type="search"
          name="q"
          aria-label={name}
          placeholder={size === 'small' ? 'Search' : undefined}
          defaultValue={query}
          dir="auto"
          autoComplete="off"
          enterKeyHint="search"
          // In development the element has been here before React, which would tell of its attributes as a mistake.
          suppressHydrationWarning
        />
        <button className={styles.button} type="submit">
          {size === 'large' ? (
            'Search'
          ) : (
            <svg viewBox="0 0 20 20" width="18" height="18" role="img" aria-label="Search">
              <path
                d="M12.5 12.5 17 17M14 8.5a5.5 5.5 0 1 1-11 0 5.5 5.5 0 0 1 11 0Z"
                fill="none"
                stroke="currentColor"
                strokeWidth="1.75"
                strokeLinecap="round"
              />
            </svg>
          )}
        </button>
      </form>
    </search-box>
  )
}
