import type { ArticleSummary } from '@/lib/article/article'
import { articlePath, mediaPath } from '@/lib/routes'
import type { Site } from '@/lib/site'
import styles from './story.module.css'
import { StoryMeta } from './story-meta'

export type StoryImage = { src: string; width: number; height: number }
export type StoryWeight = 'lead' | 'second' | 'plain' | 'line'

type Props = {
  story: ArticleSummary
  site: Site
  weight: StoryWeight
  image?: StoryImage | undefined
  /** An image near the top of the page is fetched at once, the others when they come near. */
  eager?: boolean
  heading?: 'h2' | 'h3'
}

/** A story in a list, by the weight that the page gives it. */
export function Story({
  story,
  site,
  weight,
  image,
  eager = false,
  heading: Heading = 'h2',
}: Props) {
  return (
    <article
      className={`${styles.story} ${styles[weight] ?? ''}`}
      lang={story.lang ?? site.lang}
      dir="auto"
    >
      {image && (
        <img
          className={styles.image}
          src={mediaPath(image.src)}
          alt=""
          width={image.width}
          height={image.height}
          loading={eager ? 'eager' : 'lazy'}
          decoding="async"
        />
      )}
      <div className={styles.words}>
        <Heading className={styles.headline}>
          <a href={articlePath(story.slug)}>{story.title}</a>
        </Heading>
        <p className={styles.standfirst}>{story.standfirst}</p>
        <StoryMeta story={story} site={site} />
      </div>
    </article>
  )
}
