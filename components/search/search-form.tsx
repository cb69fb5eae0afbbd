import type { ReactNode } from 'react'
import { searchPath } from '@/lib/site/routes'
import type { Site } from '@/lib/site/site'
import { wordsOf } from '@/lib/words/words'
import styles from './search-form.module.css'
import { SearchIcon } from './search-icon'

type Props = {
  /** What tells this form from another on the page. */
  name: string
  query?: string
  /** The masthead's is small: its name and its button are for screen readers and a lens. */
  size: 'small' | 'large'
  site: Site
  /** Ways to narrow the search, below the field. */
  children?: ReactNode
}

/** A search, sent by GET so that its results have an address. The element suggests while one types. */
export function SearchForm({ name, query, size, site, children }: Props) {
  const { submit } = wordsOf(site).search
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
          placeholder={size === 'small' ? submit : undefined}
          defaultValue={query}
          dir="auto"
          autoComplete="off"
          enterKeyHint="search"
          // In development the element has been here before React, which would tell of its attributes as a mistake.
          suppressHydrationWarning
        />
        <button
          className={styles.button}
          type="submit"
          aria-label={size === 'small' ? submit : undefined}
        >
          {size === 'large' ? submit : <SearchIcon />}
        </button>
        {children}
      </form>
    </search-box>
  )
}
