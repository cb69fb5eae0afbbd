import type { ArticleSummary } from '@/lib/article/article'
import { wordsOf } from '@/lib/words/words'
import { type Shown, Story } from './story'
import styles from './story-list.module.css'

/** Where a page has nothing to show: the newest stories, so that it leads on. */
export function LatestStories({ stories, ...shown }: Shown & { stories: ArticleSummary[] }) {
  if (stories.length === 0) return null
  return (
    <section className={styles.latest} aria-labelledby="latest">
      <h2 className={styles.label} id="latest">
        {wordsOf(shown.site).front.latest}
      </h2>
      <div className={styles.list}>
        {stories.map((story) => (
          <Story key={story.slug} story={story} look="line" level={3} {...shown} />
        ))}
      </div>
    </section>
  )
}
