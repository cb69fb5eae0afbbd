import { searchPath } from '@/lib/site/routes'
import type { Site } from '@/lib/site/site'
import { wordsOf } from '@/lib/words/words'
import styles from './search-page.module.css'

const WAYS: { query: string; meaning: string }[] = [
  { query: '"exact words"', meaning: 'these words in this order' },
  { query: '-word', meaning: 'without this word' },
  { query: 'tag:name', meaning: 'stories with this tag; so do source:, author: and section:' },
  { query: 'after:2025-06', meaning: 'from June 2025 on; before: up to then' },
  { query: 'lang:ja', meaning: 'in this language' },
]

/** What can be asked besides words, folded away below the form. */
export function SearchHelp({ site }: { site: Site }) {
  const words = wordsOf(site).search
  return (
    <details className={styles.help}>
      <summary>{words.tips}</summary>
      <p>{words.tipsStart}</p>
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
