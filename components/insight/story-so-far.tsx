import { wordsLanguage } from '@/components/site/language-attributes'
import { aboutAiPath } from '@/lib/site/routes'
import type { Site } from '@/lib/site/site'
import { wordsOf } from '@/lib/words/words'
import { Quotes, type ShownQuote } from './quotes'
import { ReportLink } from './report-link'
import styles from './story-so-far.module.css'

type Props = { earlier: readonly ShownQuote[]; site: Site; slug: string }

/** Earlier articles of the same event, oldest first, each with one of its sentences. */
export function StorySoFar({ earlier, site, slug }: Props) {
  if (earlier.length === 0) return null
  const words = wordsOf(site)
  return (
    <section className={styles.story} aria-labelledby="of-story">
      <h2 id="of-story" className={styles.title} {...wordsLanguage(site)}>
        {words.insight.story}
      </h2>
      <Quotes quotes={earlier} site={site} heading="h3" />
      <p className={styles.note} {...wordsLanguage(site)}>
        {words.insight.chosenEarlier} <a href={aboutAiPath()}>{words.article.howChosen}</a>{' '}
        <ReportLink feature="story" article={slug} site={site} />
      </p>
    </section>
  )
}
