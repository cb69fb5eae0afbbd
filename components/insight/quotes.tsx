import { StoryMeta } from '@/components/lists/story-meta'
import { languageAttributes } from '@/components/site/language-attributes'
import type { ArticleSummary } from '@/lib/article/article'
import { shownText } from '@/lib/article/shown'
import { articlePath, sentencePath } from '@/lib/site/routes'
import type { Site } from '@/lib/site/site'
import styles from './quotes.module.css'

export type ShownQuote = { story: ArticleSummary; sentenceId: string; text: string }

type Props = { quotes: readonly ShownQuote[]; site: Site; heading: 'h2' | 'h3' }

/** Sentences of articles, word for word, each with its article, source and time and a link to its place. */
export function Quotes({ quotes, site, heading: Heading }: Props) {
  return (
    <ol className={styles.quotes}>
      {quotes.map(({ story, sentenceId, text }) => (
        <li
          key={`${story.slug} ${sentenceId}`}
          {...languageAttributes(story.lang, site.lang, styles.quote)}
        >
          <blockquote className={styles.text} cite={sentencePath(story.slug, sentenceId)}>
            <p>
              <a href={sentencePath(story.slug, sentenceId)}>{shownText(text, site, story.lang)}</a>
            </p>
          </blockquote>
          <Heading className={styles.headline}>
            <a href={articlePath(story.slug)}>{story.title}</a>
          </Heading>
          <StoryMeta story={story} site={site} kicker={false} />
        </li>
      ))}
    </ol>
  )
}
