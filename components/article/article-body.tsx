import styles from './article-body.module.css'

/** The rendered Markdown: sanitised by lib/article, so it may be set as HTML. */
export function ArticleBody({ html }: { html: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: the one gate for Markdown (lib/markdown/render-body) has cleaned it
  return <div className={styles.body} dangerouslySetInnerHTML={{ __html: html }} />
}
