import type { ReactNode } from 'react'
import { PageTitle } from '@/components/site/page-title'
import type { ArticleSummary } from '@/lib/article/article'
import { type Shown, Story } from './story'
import styles from './story-list.module.css'

type Props = Shown & {
  title: string
  /** A line under the title: what the list holds, how many there are. */
  note?: ReactNode
  /** How to follow what the page lists. */
  follow?: { name: string; path: string; label: string }
  stories: ArticleSummary[]
  /** Whether the first story is set larger: on the first page of a list. */
  leads?: boolean
  /** What every story of the list has in common and none says again. */
  without?: string
  children?: ReactNode
}

/** A dated list of stories under a title, across the page: of a section, author, topic or source, and the pages after them. */
export function StoryList(props: Props) {
  const { title, note, follow, stories, leads = false, without, children, ...shown } = props
  const [first] = stories
  const lead = leads ? first : undefined
  const rest = lead ? stories.slice(1) : stories
  return (
    <>
      <PageTitle title={title} note={note} follow={follow} />
      {lead && (
        <Story
          story={lead}
          look="lead"
          isAcross
          without={without}
          className={styles.lead}
          {...shown}
        />
      )}
      {rest.length > 0 && (
        <div className={styles.list}>
          {rest.map((story) => (
            <Story key={story.slug} story={story} look="line" without={without} {...shown} />
          ))}
        </div>
      )}
      {children}
    </>
  )
}
