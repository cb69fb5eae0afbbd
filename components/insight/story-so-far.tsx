import { aboutAiPath } from '@/lib/routes'
import type { Site } from '@/lib/site'
import { Quotes, type ShownQuote } from './quotes'
import styles from './story-so-far.module.css'

type Props = { earlier: readonly ShownQuote[]; site: Site }

/** Earlier articles of the same event, oldest first, each with one of its sentences. */
export function StorySoFar({ earlier, site }: Props) {
  if (earlier.length === 0) return null
  return (
    <section className={styles.story} aria-labelledby="of-story">
      <h2 id="of-story" className={styles.title}>
        The story so far
      </h2>
      <Quotes quotes={earlier} site={site} heading="h3" />
      <p className={styles.note}>
        Chosen automatically from earlier articles. <a href={aboutAiPath()}>How they are chosen</a>
      </p>
    </section>
  )
}
