import type { ArticleSummary } from '@/lib/article/article'
import { directionOf } from '@/lib/article/direction'
import { articlePath, mediaPath } from '@/lib/routes'
import type { Site } from '@/lib/site'
import styles from './story.module.css'
import { StoryMeta } from './story-meta'

export type StoryImage = { src: string; width: number; height: number }
export type StoryWeight = 'second' | 'plain' | 'line'

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
        <img
          className={styles.image}
          src={mediaPath(image.src)}
          alt=""
          width={image.width}
          height={image.height}
          loading="lazy"
          decoding="async"
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
