import type { ArticleSummary } from '@/lib/article/article'
import type { ImageSet } from '@/lib/article/image-set'
import { directionOf } from '@/lib/language/direction'
import { articlePath } from '@/lib/site/routes'
import type { Site } from '@/lib/site/site'
import { Picture } from './picture'
import styles from './story.module.css'
import { StoryMeta } from './story-meta'

export type StoryImage = { set: ImageSet }
export type StoryWeight = 'second' | 'plain' | 'line'

/** How wide its picture is: beside the words of a line, or across a column of the river. */
const LINE_SIZES = '(min-width: 40rem) 12rem, 94vw'
const COLUMN_SIZES = '(min-width: 64rem) 24rem, (min-width: 42rem) 46vw, 94vw'

type Props = {
  story: ArticleSummary
  site: Site
  weight: StoryWeight
  image?: StoryImage | undefined
  comments?: number | undefined
}

/** A story in a list, by the weight that the page gives it. */
export function Story({ story, site, weight, image, comments }: Props) {
  return (
    <article
      className={`${styles.story} ${styles[weight] ?? ''}`}
      lang={story.lang ?? site.lang}
      dir={directionOf(story.lang ?? site.lang)}
    >
      {image && (
        <Picture
          className={styles.image}
          set={image.set}
          alt=""
          sizes={weight === 'line' ? LINE_SIZES : COLUMN_SIZES}
        />
      )}
      <div className={styles.words}>
        <h2 className={styles.headline}>
          <a href={articlePath(story.slug)}>{story.title}</a>
        </h2>
        <p className={styles.standfirst}>{story.standfirst}</p>
        <StoryMeta story={story} site={site} comments={comments} />
      </div>
    </article>
  )
}
