import { z } from 'zod'
import type { Article, ArticleSummary } from '@/lib/article/article'
import { type ListName, listName, listsOf } from '@/lib/article/lists'
import { resolveMediaSrc } from '@/lib/article/media-src'
import { excerptOf } from '@/lib/language/excerpt'
import { countWords } from '@/lib/language/reading-time'
import { oneSpaced, splitSentences } from '@/lib/language/sentences'
import { indexText } from '@/lib/language/term-vector'
import { terms } from '@/lib/language/terms'
import { words as headlineWords } from '@/lib/language/words'
import { imagesIn } from '@/lib/markdown/images-in'
import { plainText } from '@/lib/markdown/plain-text'
import { bytesColumn } from '../stored'
import { NEVER } from '../visibility'
import { type NewSpellings, spellings } from './new-spellings'

/** The terms of an article, in the order of its text, as full-text search finds them. */
const indexedTexts = z.object({ title: z.string(), labels: z.string(), body: z.string() })
export type IndexedTexts = z.output<typeof indexedTexts>

/**
 * Everything the archive keeps of an article, made from its file alone and in the form in which it is stored: it is
 * made in another thread than the one that writes.
 */
export const indexedArticle = z.object({
  slug: z.string(),
  path: z.string(),
  lang: z.string(),
  /** The slug of what it is a translation of. */
  translationOf: z.exactOptional(z.string()),
  timing: z.object({ due: z.number(), expires: z.number(), listed: z.boolean() }),
  draft: z.boolean(),
  withdrawn: z.boolean(),
  lead: z.boolean(),
  lists: z.array(listName),
  /** Paths of the site. */
  aliases: z.array(z.string()),
  summary: z.string(),
  fields: z.string(),
  body: z.string(),
  texts: indexedTexts,
  /** The folded words of the headline and their terms, apart by spaces. */
  headline: z.string(),
  spellings,
  /** Paths below the content folder of the images that it names. */
  images: z.array(z.string()),
  vector: bytesColumn,
})
export type IndexedArticle = z.output<typeof indexedArticle>

/** Characters of plain text that a rail or a list shows at most. */
const EXCERPT_LENGTH = 400

/** A standfirst made of the text takes a second sentence while it stays below this. */
const STANDFIRST_LENGTH = 180

/** The text that sentences for a standfirst are looked for in: splitting all of it would cost more than indexing it. */
const OPENING_LENGTH = 600

/**
 * `synonyms` are other names of its tags (tags.yaml), by which search finds it too. The caller that stores the result hands
 * in `newSpellings`, the same ones for many articles; without them there are none.
 */
export function indexArticle(
  article: Article,
  synonyms: readonly string[] = [],
  newSpellings?: NewSpellings,
): IndexedArticle {
  const { body: markdown, ...fields } = article
  const text = plainText(markdown)
  const lists = listsOf(article)
  const { title, body, parts, vector, words } = indexText(
    article.title,
    text,
    article.lang,
    article.tags,
  )
  return {
    slug: article.slug,
    path: article.path,
    lang: article.lang,
    ...(article.translationOf && { translationOf: article.translationOf }),
    timing: {
      due: article.published.at.getTime(),
      expires: article.expires?.at.getTime() ?? NEVER,
      listed: !article.draft && article.withdrawn === undefined,
    },
    draft: article.draft,
    withdrawn: article.withdrawn !== undefined && !article.draft,
    lead: article.lead,
    lists,
    aliases: article.aliases,
    summary: JSON.stringify(summarize(article, text)),
    fields: JSON.stringify(fields),
    body: markdown,
    texts: {
      // At the end: words side by side stay side by side.
      title: [...title, ...parts.title].join(' '),
      labels: labelTerms(article, lists, synonyms),
      body: [...body, ...parts.body].join(' '),
    },
    images: imagesIn(article),
    vector,
    headline: [
      ...new Set([...headlineWords(article.title, article.lang), ...title, ...parts.title]),
    ].join(' '),
    spellings: newSpellings?.of(words) ?? { words: [], stems: [] },
  }
}

function labelTerms(article: Article, lists: ListName[], synonyms: readonly string[]): string {
  const labels = [article.description ?? '', ...lists.map((list) => list.name), ...synonyms]
  return terms(labels.join(' . '), article.lang).join(' ')
}

function summarize(article: Article, text: string): ArticleSummary {
  const { aliases, corrections, comments, draft, path, body, bodyLine, image, ...kept } = article
  const opening = text.slice(0, OPENING_LENGTH)
  const src = image && resolveMediaSrc(path, image.src)
  return {
    ...kept,
    ...(image && src !== undefined && { image: { ...image, src } }),
    standfirst: article.description ?? standfirst(opening, article.lang),
    excerpt: excerptOf(oneSpaced(opening), EXCERPT_LENGTH, article.lang),
    words: countWords(text),
  }
}

function standfirst(opening: string, lang?: string): string {
  const [first = '', second = ''] = splitSentences(opening, lang)
  const both = `${first} ${second}`.trim()
  return excerptOf(both.length <= STANDFIRST_LENGTH ? both : first.trim(), EXCERPT_LENGTH, lang)
}
