import type { ShownUpdate } from '@/components/article/shown-update'
import type { Article } from '@/lib/article/article'
import { findUpdated } from '@/lib/history/find-history'
import { shortCommit } from '@/lib/history/short-commit'
import { articleVersionPath } from '@/lib/site/routes'

/** When an article's words last changed after it was published, as git knows it, or else as its front matter says. */
export async function findUpdate(article: Article, now: Date): Promise<ShownUpdate | undefined> {
  const version = await findUpdated(article, now)
  if (version) {
    const href = articleVersionPath(article.slug, shortCommit(version.commit))
    return { moment: version.since, href }
  }
  return article.updated && { moment: article.updated }
}
