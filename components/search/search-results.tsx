import { StoryMeta } from '@/components/lists/story-meta'
import { languageAttributes } from '@/components/site/language-attributes'
import type { ArticleSummary } from '@/lib/article/article'
import { typesetIn } from '@/lib/article/shown'
import type { Translation } from '@/lib/article/translation'
import { articlePath, sentencePath } from '@/lib/site/routes'
import type { Site } from '@/lib/site/site'
import { SearchPassage } from './search-passage'
import styles from './search-results.module.css'

export type SearchHit = {
  story: ArticleSummary
  /** Where else it can be read. */
  translations?: readonly Translation[] | undefined
  passage?: { id?: string; parts: { text: string; marked: boolean }[] }
}

/** What a search found: headline, the passage that fits best, source and time. */
export function SearchResults({ hits, site }: { hits: readonly SearchHit[]; site: Site }) {
  return hits.map(({ story, translations, passage }) => (
    <article key={story.slug} {...languageAttributes(story.lang, site.lang, styles.result)}>
      <h2 className={styles.headline}>
        <a href={articlePath(story.slug)}>{story.title}</a>
      </h2>
      <p className={styles.passage}>
        {passage === undefined ? (
          story.standfirst
        ) : passage.id === undefined ? (
          <SearchPassage parts={passage.parts} lang={typesetIn(site, story.lang)} />
        ) : (
          <a href={sentencePath(story.slug, passage.id)}>
            <SearchPassage parts={passage.parts} lang={typesetIn(site, story.lang)} />
          </a>
        )}
      </p>
      <StoryMeta story={story} site={site} translations={translations} />
    </article>
  ))
}
