import { primaryLanguage } from '@/lib/language/stems/stem'

/** A story in another language: an article of this site, or an address of another one. */
export type Translation = { lang: string } & (
  | { slug: string; isOriginal: boolean }
  | { url: string }
)

/**
 * Orders the articles that are one story in several languages: the one in `lang` (BCP 47) is shown in place of all, or else
 * the original.
 */
export const byLanguage =
  (lang: string) =>
  (a: { lang: string; isOriginal: boolean }, b: { lang: string; isOriginal: boolean }): number =>
    rank(a, lang) - rank(b, lang)

function rank(each: { lang: string; isOriginal: boolean }, lang: string): number {
  if (each.lang === lang) return 0
  if (primaryLanguage(each.lang) === primaryLanguage(lang)) return 1
  return each.isOriginal ? 2 : 3
}
