import { TranslationLink } from '@/components/article/translation-link'
import { ownLanguage, wordsLanguage } from '@/components/site/language-attributes'
import { MomentTime } from '@/components/site/moment-time'
import type { ArticleSummary } from '@/lib/article/article'
import { slugify } from '@/lib/article/slug'
import type { Translation } from '@/lib/article/translation'
import { articleCommentsPath, sectionPath, sourcePath } from '@/lib/site/routes'
import type { Site } from '@/lib/site/site'
import { counted, wordsOf } from '@/lib/words/words'
import styles from './story-meta.module.css'

type Props = {
  story: Pick<ArticleSummary, 'slug' | 'source' | 'published' | 'section' | 'lang'>
  site: Site
  /** Whether the section is said here, since nothing stands over the headline. */
  kicker?: boolean
  /** How many comments it has; shown when there are any. */
  comments?: number | undefined
  /** Where the story can be read in other languages. */
  translations?: readonly Translation[] | undefined
}

/** Where a story comes from and when: the line over or under each headline in a list. */
export function StoryMeta({ story, site, kicker = true, comments = 0, translations = [] }: Props) {
  const { slug, source, section, published } = story
  return (
    <p className={styles.meta} {...ownLanguage(story, site)}>
      {kicker && section && (
        <a className={styles.section} href={sectionPath(slugify(section))}>
          {section}
        </a>
      )}
      {source && <a href={sourcePath(slugify(source.name))}>{source.name}</a>}
      <MomentTime moment={published} site={site} isBrief />
      {translations.map((each) => (
        <TranslationLink key={each.lang} translation={each} />
      ))}
      {comments > 0 && (
        <a href={articleCommentsPath(slug, 1, 'comments')} {...wordsLanguage(site)}>
          {counted(wordsOf(site).article.comments, comments, site)}
        </a>
      )}
    </p>
  )
}
