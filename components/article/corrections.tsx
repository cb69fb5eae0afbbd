import label from '@/components/site/label.module.css'
import { wordsLanguage } from '@/components/site/language-attributes'
import { ShownTime } from '@/components/site/shown-time'
import type { Correction } from '@/lib/article/article'
import type { Site } from '@/lib/site/site'
import { wordsOf } from '@/lib/words/words'
import styles from './corrections.module.css'

/** What was wrong in an article and has been put right, at its foot, each with what kind of note it is. */
export function Corrections({ corrections, site }: { corrections: Correction[]; site: Site }) {
  const [first] = corrections
  if (first === undefined) return null
  const words = wordsOf(site).article.corrections
  const kindOf = ({ kind = 'correction' }: Correction) => words[kind]
  const isOne = corrections.length === 1
  return (
    <section className={styles.corrections} aria-labelledby="corrections">
      <h2 id="corrections" className={label.label} {...wordsLanguage(site)}>
        {isOne ? kindOf(first) : words.several}
      </h2>
      {corrections.map((each) => (
        <p key={`${each.date.at.toISOString()} ${each.text}`} className={styles.correction}>
          <span className={styles.date} {...wordsLanguage(site)}>
            {!isOne && <b className={styles.kind}>{kindOf(each)}</b>}{' '}
            <ShownTime moment={each.date} site={site} />
          </span>
          {each.text}
        </p>
      ))}
    </section>
  )
}
