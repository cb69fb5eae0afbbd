import { typeset } from '@/lib/language/typography/typeset'
import type { Site } from '@/lib/site/site'
import type { Article, ArticleSummary } from './article'

type Typography = Pick<Site, 'lang' | 'typography'>

/** The language whose rules punctuation follows; undefined when the site leaves it as it was typed. */
export const typesetIn = ({ lang: own, typography }: Typography, lang = own): string | undefined =>
  typography === 'off' ? undefined : lang

/** A text with the punctuation that readers see. Files, ids and the search index keep what was typed. */
export function shownText(text: string, site: Typography, lang?: string): string {
  const language = typesetIn(site, lang)
  return language === undefined ? text : typeset(text, language)
}

type Image = NonNullable<Article['image']>

const shownImage = (image: Image, set: (text: string) => string): Image => ({
  ...image,
  ...(image.caption !== undefined && { caption: set(image.caption) }),
  ...(image.credit !== undefined && { credit: set(image.credit) }),
})

/** An article as its page and its head show it. The body is still as it was typed: rendering sets its punctuation. */
export function shownArticle(article: Article, site: Typography): Article {
  const set = (text: string) => shownText(text, site, article.lang)
  const { title, description, image, corrections } = article
  return {
    ...article,
    title: set(title),
    corrections: corrections.map((each) => ({ ...each, text: set(each.text) })),
    ...(description !== undefined && { description: set(description) }),
    ...(image && { image: shownImage(image, set) }),
  }
}

/** An article as lists show it. */
export function shownSummary(summary: ArticleSummary, site: Typography): ArticleSummary {
  const set = (text: string) => shownText(text, site, summary.lang)
  const { title, standfirst, excerpt, description, image } = summary
  return {
    ...summary,
    title: set(title),
    standfirst: set(standfirst),
    excerpt: set(excerpt),
    ...(description !== undefined && { description: set(description) }),
    ...(image && { image: shownImage(image, set) }),
  }
}
