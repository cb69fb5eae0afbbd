import type { Article } from '@/lib/article/article'
import type { Translation } from '@/lib/article/translation'
import { absoluteUrl, articlePath } from '@/lib/site/routes'

export const translationUrl = (translation: Translation, siteUrl: string): string =>
  'url' in translation ? translation.url : absoluteUrl(siteUrl, articlePath(translation.slug))

/**
 * The addresses of a story by language, its own among them: each of them must name all
 * (https://developers.google.com/search/docs/specialty/international/localized-versions).
 */
export function languagesOf(
  { slug, lang }: Pick<Article, 'slug' | 'lang'>,
  translations: readonly Translation[],
  siteUrl: string,
): Record<string, string> {
  return Object.fromEntries([
    [lang, absoluteUrl(siteUrl, articlePath(slug))],
    ...translations.map((each) => [each.lang, translationUrl(each, siteUrl)]),
  ])
}
