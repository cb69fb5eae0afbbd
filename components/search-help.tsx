import { searchPath } from '@/lib/site/routes'
import styles from './search-page.module.css'

const WAYS: { query: string; meaning: string }[] = [
  { query: '"exact words"', meaning: 'these words in this order' },
  { query: '-word', meaning: 'without this word' },
  { query: 'tag:name', meaning: 'stories with this tag; so do source:, author: and section:' },
  { query: 'after:2025-06', meaning: 'from June 2025 on; before: up to then' },
  { query: 'lang:ja', meaning: 'in this language' },
]

/** What can be asked besides words, folded away below the form. */
export function SearchHelp({ open = false }: { open?: boolean }) {
  return (
    <details className={styles.help} open={open}>
      <summary>How to search</summary>
      <p>
        Write what you look for, in any words: stories that have more of them, and the rarer ones,
        come first. To narrow a search, add
      </p>
      <dl className={styles.ways}>
        {WAYS.map(({ query, meaning }) => (
          <div key={query}>
            <dt>
              <code>{query}</code>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <p>
        Quotation marks keep a name of several words together: <code>tag:"Social security"</code>.
        The newest stories without any word: <a href={searchPath('after:2000')}>after:2000</a>.
      </p>
    </details>
  )
}
