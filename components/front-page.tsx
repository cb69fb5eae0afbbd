import type { ArticleSummary } from '@/lib/article/article'
import type { Site } from '@/lib/site/site'
import styles from './front-page.module.css'
import { LeadStory } from './lead-story'
import { Story, type StoryImage } from './story'

type Props = {
  stories: ArticleSummary[]
  site: Site
  images: Map<string, StoryImage>
  /** How many comments a story has. */
  comments?: Map<string, number>
}

/** The stories under the lead that are set larger than the others. */
const SECOND = 3

/** A lead with weight, then rows of three: right with one story and with twenty, with images and without. */
export function FrontPage({ stories, site, images, comments }: Props) {
  const [lead, ...rest] = stories
  if (!lead) return <p className={styles.empty}>Nothing has been published yet. Come back soon.</p>
  return (
    <div className={styles.front}>
      <LeadStory
        story={lead}
        site={site}
        image={images.get(lead.slug)}
        comments={comments?.get(lead.slug)}
      />
      {rest.length > 0 && (
        <div className={styles.river}>
          {rest.map((story, i) => (
            <Story
              key={story.slug}
              story={story}
              site={site}
              weight={i < SECOND ? 'second' : 'plain'}
              image={images.get(story.slug)}
              comments={comments?.get(story.slug)}
            />
          ))}
        </div>
      )}
    </div>
  )
}
