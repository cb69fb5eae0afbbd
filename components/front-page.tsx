import type { ArticleSummary } from '@/lib/article/article'
import type { Site } from '@/lib/site'
import styles from './front-page.module.css'
import { Story, type StoryImage } from './story'

type Props = { stories: ArticleSummary[]; site: Site; images: Map<string, StoryImage> }

/** How many stories stand beside the lead before the rhythm of three begins. */
const BESIDE = 3

/** A lead with weight, a column beside it, then rows of three: right with one story and with twenty. */
export function FrontPage({ stories, site, images }: Props) {
  const [lead, ...rest] = stories
  if (!lead) return <p className={styles.empty}>Nothing has been published yet. Come back soon.</p>
  const beside = rest.slice(0, BESIDE)
  const river = rest.slice(BESIDE)
  return (
    <div className={styles.front}>
      <div className={beside.length > 0 ? styles.top : undefined}>
        <Story story={lead} site={site} weight="lead" image={images.get(lead.slug)} eager />
        {beside.length > 0 && (
          <div className={styles.beside}>
            {beside.map((story, i) => (
              <Story
                key={story.slug}
                story={story}
                site={site}
                weight={i === 0 ? 'second' : 'plain'}
                image={i === 0 ? images.get(story.slug) : undefined}
              />
            ))}
          </div>
        )}
      </div>
      {river.length > 0 && (
        <div className={styles.river}>
          {river.map((story) => (
            <Story
              key={story.slug}
              story={story}
              site={site}
              weight="plain"
              image={images.get(story.slug)}
            />
          ))}
        </div>
      )}
    </div>
  )
}
