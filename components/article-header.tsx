import type { Article } from '@/lib/article/article'
import { slugify } from '@/lib/article/slug'
import { authorPath, sectionPath, sourcePath } from '@/lib/site/routes'
import type { Site } from '@/lib/site/site'
import styles from './article-header.module.css'
import { MomentTime } from './moment-time'
import { type ShownUpdate, UpdatedLine } from './updated-line'

type Props = {
  article: Article
  site: Site
  minutes: number
  /** When the words last changed after publication. */
  update?: ShownUpdate | undefined
}

/** Headline, standfirst, and the byline: who says it, when, how long it takes, and where the original is. */
export function ArticleHeader({ article, site, minutes, update }: Props) {
  const { title, description, section } = article
  return (
    <header className={styles.header}>
      {section && (
        <p className={styles.section}>
          <a href={sectionPath(slugify(section))}>{section}</a>
        </p>
      )}
      <h1 className={styles.headline}>{title}</h1>
      {description && <p className={styles.standfirst}>{description}</p>}
      <Byline article={article} site={site} minutes={minutes} update={update} />
    </header>
  )
}

function Byline({ article, site, minutes, update }: Props) {
  const { authors, source, published } = article
  return (
    <div className={styles.byline}>
      {authors.length > 0 && (
        <p className={styles.authors}>
          By{' '}
          {authors.map((author, i) => (
            <span key={author}>
              {i > 0 && (i === authors.length - 1 ? ' and ' : ', ')}
              <a rel="author" href={authorPath(slugify(author))}>
                <bdi>{author}</bdi>
              </a>
            </span>
          ))}
        </p>
      )}
      <p className={styles.facts}>
        {source && (
          <a className={styles.source} href={sourcePath(slugify(source.name))}>
            <bdi>{source.name}</bdi>
          </a>
        )}
        <MomentTime moment={published} site={site} />
        {update && <UpdatedLine update={update} site={site} />}
        <span>{minutes} min read</span>
        {source?.url && (
          <a href={source.url} rel="noopener">
            Read the original
          </a>
        )}
      </p>
    </div>
  )
}
