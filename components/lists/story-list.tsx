import type { ReactNode } from 'react'
import { PageTitle } from '@/components/site/page-title'
import type { ArticleSummary } from '@/lib/article/article'
import type { Site } from '@/lib/site/site'
import { Story, type StoryImage } from './story'
import styles from './story-list.module.css'

type Props = {
  /** What the list is of: "Tag", "Source"… */
  kind?: string
  title: string
  /** A line under the title: what the list holds, how many there are. */
  note?: ReactNode
  stories: ArticleSummary[]
  site: Site
  images: Map<string, StoryImage>
  /** How many comments a story has. */
  comments?: Map<string, number>
  children?: ReactNode
}

/** A dated list of stories under a title: tags, sources, authors, sections, and the pages after the front page. */
export function StoryList({ kind, title, note, stories, site, images, comments, children }: Props) {
  return (
    <div className={styles.list}>
      <PageTitle kind={kind} title={title} note={note} />
      {stories.map((story) => (
        <Story
          key={story.slug}
          story={story}
          site={site}
          look="line"
          images={images}
          comments={comments}
        />
      ))}
      {children}
    </div>
  )
}
