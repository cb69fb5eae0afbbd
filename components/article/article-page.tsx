import type { ReactNode } from 'react'
import type { Article } from '@/lib/article/article'
import type { ImageSet } from '@/lib/article/image-set'
import { directionOf } from '@/lib/language/direction'
import { absoluteUrl, articlePath } from '@/lib/site/routes'
import type { Site } from '@/lib/site/site'
import { ArticleBody } from './article-body'
import { ArticleFigure } from './article-figure'
import { ArticleHeader } from './article-header'
import styles from './article-page.module.css'
import { Corrections } from './corrections'
import { Hashtags } from './hashtags'
import { OldStoryNotice } from './old-story-notice'
import { ShareTools } from './share-tools'
import type { ShownUpdate } from './updated-line'

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
  /** Between the headline and the text. */
  keyPoints?: ReactNode
  /** Below the text: what else there is to know of it. */
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
  keyPoints,
  further,
  comments,
  children,
}: Props) {
  const url = absoluteUrl(siteUrl, articlePath(article.slug))
  return (
    <div className={styles.page}>
      <article
        className={styles.article}
        lang={article.lang ?? site.lang}
        dir={directionOf(article.lang ?? site.lang)}
      >
        <ArticleHeader article={article} site={site} minutes={minutes} update={update} />
        {old && <OldStoryNotice published={article.published} site={site} />}
        {article.image && <ArticleFigure image={article.image} set={imageSet} />}
        {keyPoints}
        <ArticleBody html={html} />
        <Corrections corrections={article.corrections} site={site} />
        <p className={styles.address}>{url}</p>
        <Hashtags tags={article.tags} />
        <ShareTools title={article.title} url={url} />
        {further}
      </article>
      <div className={styles.side}>{children}</div>
      <div className={styles.discussion}>{comments}</div>
    </div>
  )
}
