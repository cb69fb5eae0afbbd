import { wordsLanguage } from '@/components/site/language-attributes'
import type { Article } from '@/lib/article/article'
import { type Kind, kindOf } from '@/lib/article/kind'
import { slugify } from '@/lib/article/slug'
import { sectionPath } from '@/lib/site/routes'
import type { Site } from '@/lib/site/site'
import { wordsOf } from '@/lib/words/words'
import styles from './article-header.module.css'
import { Byline } from './byline'
import type { ShownUpdate } from './shown-update'

type Props = {
  article: Article
  site: Site
  minutes: number
  old: boolean
  /** When the words last changed after publication. */
  update?: ShownUpdate | undefined
}

/** From so many characters on a headline is set smaller: it would fill the first screen. */
const LONG_HEADLINE = 64

/** What it is, headline, standfirst and the byline. */
export function ArticleHeader({ article, site, minutes, old, update }: Props) {
  const { title, description, section } = article
  const kind = kindOf(article, site)
  const words = wordsOf(site).article
  const size = title.length > LONG_HEADLINE ? styles.long : undefined
  return (
    <header className={styles.header}>
      <Kicker section={section} kind={article.kind} site={site} />
      <h1 className={`${styles.headline} ${size ?? ''}`}>{title}</h1>
      {description && <p className={styles.standfirst}>{description}</p>}
      {kind === 'sponsored' && (
        <p className={styles.sponsored} {...wordsLanguage(site)}>
          {words.sponsored}
        </p>
      )}
      <Byline article={article} site={site} minutes={minutes} old={old} update={update} />
    </header>
  )
}

type KickerProps = { section: string | undefined; kind: Kind | undefined; site: Site }

/** Where it stands, and what its editor says it is, unless that is the same word or plain news. */
function Kicker({ section, kind = 'news', site }: KickerProps) {
  const label = wordsOf(site).article.kinds[kind]
  const isSaid = section !== undefined && slugify(section) === slugify(label)
  if (section === undefined && label === '') return null
  return (
    <p className={styles.kicker} lang={site.lang}>
      {section && <a href={sectionPath(slugify(section))}>{section}</a>}
      {label && !isSaid && (
        <span className={styles.kind} {...wordsLanguage(site)}>
          {label}
        </span>
      )}
    </p>
  )
}
