import { readFrontPage } from '@/lib/archive/lists'
import type { Article, ArticleSummary, Source } from '@/lib/article/article'
export function findRelated(
  article: Article,
  now: Date,
): (ArticleSummary & { reason?: string; alsoIn: Source[] })[] {
  return (readFrontPage(1, now)?.articles ?? [])
    .filter((a) => a.slug !== article.slug)
    .map((a) => ({ ...a, alsoIn: [] }))
}
