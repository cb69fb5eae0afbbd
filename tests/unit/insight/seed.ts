import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Article } from '@/lib/article/article'
import { parseArticle } from '@/lib/front-matter/parse-article'

const folder = path.resolve(import.meta.dirname, '../../../content/articles')

/** The articles that come with the project, by slug. */
export const SEED = new Map<string, Article>(
  readdirSync(folder).map((name) => {
    const bytes = readFileSync(path.join(folder, name))
    const parsed = parseArticle({
      path: `articles/${name}`,
      bytes,
      site: { lang: 'en', timeZone: 'Asia/Tokyo' },
    })
    if (!parsed.ok) throw new Error(`${name} is broken`)
    return [parsed.article.slug, parsed.article]
  }),
)

export function seedArticle(slug: string): Article {
  const article = SEED.get(slug)
  if (article === undefined) throw new Error(`no article ${slug}`)
  return article
}

export const NATO = 'why-did-japan-skip-the-nato-summit'
export const TARIFFS = 'japan-us-to-continue-tariff-talks-as-july-deadline-nears'
export const COMMAND = 'us-forces-japan-chief-calls-new-command-historic-shift'
export const WELFARE = 'editorial-japan-govt-must-reflect-on-illegal-reduction-of-welfare-benefits'
