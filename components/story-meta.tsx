import type { ArticleSummary } from '@/lib/article/article'
import { slugify } from '@/lib/article/slug'
import { sectionPath, sourcePath } from '@/lib/routes'
import type { Site } from '@/lib/site'
import { MomentTime } from './moment-time'
import styles from './story-meta.module.css'

type Props = {
  story: Pick<ArticleSummary, 'source' | 'published' | 'section'>
  site: Site
  kicker?: boolean
}

/** Where a story comes from and when: the line over or under each headline in a list. */
export function StoryMeta({ story, site, kicker = true }: Props) {
  const { source, section, published } = story
  return (
    <p className={styles.meta}>
      {kicker && section && (
        <a className={styles.section} href={sectionPath(slugify(section))}>
          {section}
        </a>
      )}
      {source && <a href={sourcePath(slugify(source.name))}>{source.name}</a>}
      <MomentTime moment={published} site={site} />
    </p>
  )
}
