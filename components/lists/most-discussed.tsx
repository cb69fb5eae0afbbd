import { languageAttributes } from '@/components/site/language-attributes'
import type { ArticleSummary } from '@/lib/article/article'
import { articleCommentsPath } from '@/lib/site/routes'
import type { Site } from '@/lib/site/site'
import { counted, wordsOf } from '@/lib/words/words'
import { Headline } from './headline'
import styles from './most-discussed.module.css'

type Props = { stories: readonly ArticleSummary[]; comments: Map<string, number>; site: Site }

/** So many at most, side by side; fewer than three are no list. */
const MOST = 5
const LEAST = 3

/** The stories of the front page under which readers say most. */
export function MostDiscussed({ stories, comments, site }: Props) {
  const countOf = ({ slug }: ArticleSummary) => comments.get(slug) ?? 0
  const discussed = stories.filter((story) => countOf(story) > 0)
  if (discussed.length < LEAST) return null
  const most = discussed.toSorted((a, b) => countOf(b) - countOf(a)).slice(0, MOST)
  const words = wordsOf(site)
  return (
    <section className={styles.discussed} aria-labelledby="discussed">
      <h2 className={styles.label} id="discussed">
        {words.front.discussed}
      </h2>
      <ol className={styles.list}>
        {most.map((story) => (
          <li key={story.slug}>
            <div {...languageAttributes(story.lang, site.lang)}>
              <Headline story={story} level={3} />
            </div>
            <a className={styles.count} href={articleCommentsPath(story.slug, 1, 'comments')}>
              {counted(words.article.comments, countOf(story), site)}
            </a>
          </li>
        ))}
      </ol>
    </section>
  )
}
