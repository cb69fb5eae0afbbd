import * as z from 'zod'
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
import { hasLeftover, withoutLeftovers } from '@/lib/markdown/leftovers'
import { plainText } from '@/lib/markdown/plain-text'
import { bytesColumn } from '../stored'
import { NEVER } from '../visibility'
import { type NewSpellings, spellings } from './new-spellings'

/** The terms of an article in the order of its text, for full-text search. */
const indexedTexts = z.object({ title: z.string(), labels: z.string(), body: z.string() })
export type IndexedTexts = z.output<typeof indexedTexts>

/**
 * Everything that the archive keeps of an article, made from its file alone and already in its stored form: a reading
 * thread makes it, and the writer's thread stores it.
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
  /** The folded words of the headline and their terms, separated by spaces. */
  headline: z.string(),
  spellings,
  /** Paths below the content folder of the images that the article names. */
  images: z.array(z.string()),
  vector: bytesColumn,
})
export type IndexedArticle = z.output<typeof indexedArticle>

/** The most characters of plain text that a rail or a list shows. */
const EXCERPT_LENGTH = 400

/** A standfirst made from the text gets a second sentence if it stays shorter than this. */
const STANDFIRST_LENGTH = 180

/** How much of the text is searched for a standfirst's sentences: splitting all of it would cost more than indexing it. */
const OPENING_LENGTH = 600

/**
 * `synonyms` are the other names of its tags (tags.yaml), so that search finds it by them too. A caller that stores the
 * result passes the same `newSpellings` for many articles; without it the result has no spellings.
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
      // Parts go at the end, so that neighbouring words stay neighbours.
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
    excerpt: excerptOf(oneSpaced(withoutLeftovers(opening)), EXCERPT_LENGTH, article.lang),
    words: countWords(text),
  }
}

function standfirst(opening: string, lang?: string): string {
  const whole = splitSentences(opening, lang).filter((sentence) => !hasLeftover(sentence))
  const shown = whole.length > 0 ? whole : splitSentences(withoutLeftovers(opening), lang)
  const [first = '', second = ''] = shown
  const both = `${first} ${second}`.trim()
  return excerptOf(both.length <= STANDFIRST_LENGTH ? both : first.trim(), EXCERPT_LENGTH, lang)
}
