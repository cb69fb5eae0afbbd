import {
  languageAttributes,
  ownLanguage,
  wordsLanguage,
} from '@/components/site/language-attributes'
import { ShownTime } from '@/components/site/shown-time'
import { shownText } from '@/lib/article/shown'
import { slugify } from '@/lib/article/slug'
import { aboutAiPath, articlePath, sentencePath, sourcePath } from '@/lib/site/routes'
import type { Site } from '@/lib/site/site'
import { wordsOf } from '@/lib/words/words'
import type { ShownQuote } from './quotes'
import { ReportLink } from './report-link'
import styles from './story-so-far.module.css'

type Props = { earlier: readonly ShownQuote[]; site: Site; slug: string }

/** The story that this article goes on with, oldest first: of each earlier article the day, the headline and a sentence. */
export function StorySoFar({ earlier, site, slug }: Props) {
  if (earlier.length === 0) return null
  const words = wordsOf(site)
  return (
    <section className={styles.story} aria-labelledby="of-story">
      <h2 id="of-story" className={styles.title} {...wordsLanguage(site)}>
        {words.insight.story}
      </h2>
      <ol className={styles.timeline}>
        {earlier.map((quote) => (
          <Event key={quote.story.slug} quote={quote} site={site} />
        ))}
      </ol>
      <p className={styles.note} {...wordsLanguage(site)}>
        {words.insight.chosenEarlier} <a href={aboutAiPath()}>{words.article.howChosen}</a>{' '}
        <ReportLink feature="story" article={slug} site={site} />
      </p>
    </section>
  )
}

/** The line down the side belongs to the page, so an item keeps the page's direction; its words have their own. */
function Event({ quote: { story, sentenceId, text }, site }: { quote: ShownQuote; site: Site }) {
  const { slug, title, lang, source, published } = story
  const place = sentencePath(slug, sentenceId)
  return (
    <li className={styles.event}>
      <p className={styles.when} {...ownLanguage(story, site)}>
        <ShownTime moment={{ at: published.at, precision: 'day' }} site={site} />
        {source && <a href={sourcePath(slugify(source.name))}>{source.name}</a>}
      </p>
      <h3 {...languageAttributes(lang, site.lang, styles.headline)}>
        <a href={articlePath(slug)}>{title}</a>
      </h3>
      <blockquote {...languageAttributes(lang, site.lang, styles.sentence)} cite={place}>
        <p>
          <a href={place}>{shownText(text, site, lang)}</a>
        </p>
      </blockquote>
    </li>
  )
}
