import { Filled } from '@/components/site/filled'
import { searchPath } from '@/lib/site/routes'
import type { Site } from '@/lib/site/site'
import { fill, wordsOf } from '@/lib/words/words'
import styles from './search-page.module.css'

/** What can be asked besides words, folded away below the form. */
export function SearchHelp({ site }: { site: Site }) {
  const words = wordsOf(site).search
  const { ways } = words
  const meanings: [query: string, meaning: string][] = [
    [ways.phrase, ways.phraseMeans],
    [ways.without, ways.withoutMeans],
    [ways.tag, fill(ways.tagMeans, { others: 'source: author: section:' })],
    ['after:2025-06', fill(ways.after, { before: 'before:' })],
    ['lang:ja', ways.lang],
  ]
  const newest = <a href={searchPath('after:2000')}>after:2000</a>
  return (
    <details className={styles.help}>
      <summary>{words.tips}</summary>
      <p>{words.tipsStart}</p>
      <dl className={styles.ways}>
        {meanings.map(([query, meaning]) => (
          <div key={query}>
            <dt>
              <code>{query}</code>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <p>
        <Filled text={words.tipsEnd} values={{ name: <code>{words.exampleName}</code>, newest }} />
      </p>
    </details>
  )
}
