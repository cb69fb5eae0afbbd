import label from '@/components/site/label.module.css'
import { wordsLanguage } from '@/components/site/language-attributes'
import { aboutAiPath } from '@/lib/site/routes'
import type { Site } from '@/lib/site/site'
import { wordsOf } from '@/lib/words/words'
import styles from './key-points.module.css'
import { ReportLink } from './report-link'

type Props = { points: readonly { id: string; text: string }[]; slug: string; site: Site }

/** An article's own sentences that say what matters, each a link to its place in the text; folded, and open on paper. */
export function KeyPoints({ points, slug, site }: Props) {
  if (points.length === 0) return null
  const words = wordsOf(site).article
  return (
    <section className={styles.points} aria-labelledby="of-key-points">
      <details className={styles.fold}>
        <summary className={styles.summary} {...wordsLanguage(site)}>
          <h2 id="of-key-points" className={label.label}>
            {words.keyPoints}
          </h2>
        </summary>
        <ul className={styles.list}>
          {points.map(({ id, text }) => (
            <li key={id}>
              <a href={`#${id}`}>{text}</a>
            </li>
          ))}
        </ul>
        <p className={styles.note} {...wordsLanguage(site)}>
          {words.chosen} <a href={aboutAiPath()}>{words.howChosen}</a>{' '}
          <ReportLink feature="key-points" article={slug} site={site} />
        </p>
      </details>
    </section>
  )
}
