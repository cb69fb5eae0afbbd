import type { Article } from '@/lib/article/article'
import { plainText } from '@/lib/article/plain-text'
import type { Problem } from '@/lib/article/problem'
import { findNearDuplicates } from '@/lib/related/near-duplicates'

/** A warning at the second of two articles that carry one text: agency copy that was filed twice, or a copy that was forgotten. */
export function nearDuplicateProblems(articles: readonly Article[]): Problem[] {
  const texts = articles.map(({ path, title, body, lang }) => ({
    path,
    title,
    text: plainText(body),
    ...(lang !== undefined && { lang }),
  }))
  return findNearDuplicates(texts).map(({ a, b, share }) => ({
    severity: 'warning',
    path: b,
    line: 1,
    column: 1,
    field: 'body',
    problem: `${Math.round(share * 100)}% of the shorter text stands in ${a} too`,
    fix: 'if it is one story, keep one file and give the other its address as an alias; readers see one of the two beside an article',
  }))
}
