import type { ArticleSummary } from '@/lib/article/article'
import { articlePath } from '@/lib/site/routes'
import styles from './headline.module.css'

type Props = { story: Pick<ArticleSummary, 'slug' | 'title'>; level?: 2 | 3 }

/** A headline that leads to its story. */
export function Headline({ story, level = 2 }: Props) {
  const Heading = `h${level}` as const
  return (
    <Heading className={styles.headline}>
      <a href={articlePath(story.slug)}>{story.title}</a>
    </Heading>
  )
}
