import type { ReactNode } from 'react'
import { languageAttributes } from '@/components/site/language-attributes'
import type { Article } from '@/lib/article/article'
import type { ImageSet } from '@/lib/article/image-set'
import type { Translation } from '@/lib/article/translation'
import { directionOf } from '@/lib/language/direction'
import { absoluteUrl, articlePath } from '@/lib/site/routes'
import type { Site } from '@/lib/site/site'
import { Actions } from './actions'
import { ArticleBody } from './article-body'
import { ArticleFigure } from './article-figure'
import { ArticleHeader } from './article-header'
import styles from './article-page.module.css'
import { Corrections } from './corrections'
import { Hashtags } from './hashtags'
import { ShareTools } from './share-tools'
import type { ShownUpdate } from './shown-update'
import { Translations } from './translations'

type Props = {
  article: Article
  site: Site
  siteUrl: string
  html: string
  minutes: number
  old: boolean
  /** Of its main picture. */
  imageSet?: ImageSet | undefined
  update?: ShownUpdate | undefined
  /** Where else its story can be read. */
  translations?: readonly Translation[]
  /** Of a translation: its original has other words since. */
  originalChange?: ShownUpdate | undefined
  /** How many comments it has, and whether it takes more. */
  discussion: { count: number; isOpen: boolean }
  /** Between the headline and the text. */
  keyPoints?: ReactNode
  /** Below the rail on a phone: what else there is to know of it. */
  further?: ReactNode
  /** Below all of it. */
  comments?: ReactNode
  /** The related rail: beside the text on a desk, after it on a phone. */
  children: ReactNode
}

export function ArticlePage({
  article,
  site,
  siteUrl,
  html,
  minutes,
  old,
  imageSet,
  update,
  translations = [],
  originalChange,
  discussion,
  keyPoints,
  further,
  comments,
  children,
}: Props) {
  const url = absoluteUrl(siteUrl, articlePath(article.slug))
  const language = article.lang
  const { slug } = article
  const isOpposed = directionOf(language) !== directionOf(site.lang)
  return (
    <div className={styles.page}>
      <article {...languageAttributes(language, site.lang, styles.article)}>
        <ArticleHeader article={article} site={site} minutes={minutes} old={old} update={update} />
        <Translations translations={translations} originalChange={originalChange} site={site} />
        <Actions slug={slug} site={site} comments={discussion} />
        {article.image && <ArticleFigure image={article.image} set={imageSet} />}
        {keyPoints}
        <ArticleBody html={html} />
        <Corrections corrections={article.corrections} site={site} />
        <p className={styles.address}>{url}</p>
        <ShareTools article={article} url={url} site={site} comments={discussion} />
      </article>
      <div className={styles.side}>{children}</div>
      <div {...languageAttributes(language, site.lang, styles.more)}>
        <Hashtags tags={article.tags} site={site} />
        {further}
      </div>
      <div className={`${styles.discussion} ${isOpposed ? styles.opposed : ''}`}>{comments}</div>
    </div>
  )
}
