import type { ArticleSummary } from '@/lib/article/article'
import { directionOf } from '@/lib/language/direction'
import { articlePath } from '@/lib/site/routes'
import type { Site } from '@/lib/site/site'
import styles from './lead-story.module.css'
import { Picture } from './picture'
import type { StoryImage } from './story'
import { StoryMeta } from './story-meta'

/** Seven twelfths of the page, or all of a narrow one. */
const SIZES = '(min-width: 80rem) 43rem, (min-width: 56rem) 56vw, 94vw'

type Props = {
  story: ArticleSummary
  site: Site
  image?: StoryImage | undefined
  comments?: number | undefined
}

/** The story on top of the front page: its picture beside its words, or its headline beside its opening. */
export function LeadStory({ story, site, image, comments }: Props) {
  const headline = (
    <h2 className={styles.headline}>
      <a href={articlePath(story.slug)}>{story.title}</a>
    </h2>
  )
  return (
    <article
      className={styles.lead}
      lang={story.lang ?? site.lang}
      dir={directionOf(story.lang ?? site.lang)}
    >
      {image ? (
        <Picture className={styles.image} set={image.set} alt="" sizes={SIZES} isFirst />
      ) : (
        headline
      )}
      <div>
        {image && headline}
        <p className={styles.opening}>{image ? story.standfirst : story.excerpt}</p>
        <StoryMeta story={story} site={site} comments={comments} />
      </div>
    </article>
  )
}
