import { sentenceRanges } from '@/lib/language/sentence-ranges'
import { oneSpaced } from '@/lib/language/sentences'
import { bodySentences } from '@/lib/markdown/plain-text'
import { textBlocks } from '@/lib/markdown/text-blocks'
import { articleSentences, type Sentence } from './article-sentences'

type Text = { body: string; lang: string }

/** The sentences of those paragraphs that pass `keep`, by the lexer and without ids, which take longer than all the rest. */
export function quickSentences({ body, lang }: Text, keep: (text: string) => boolean): string[] {
  return textBlocks(body, (kind, markdown) => kind === 'prose' && keep(markdown)).flatMap(
    ({ text }) => sentenceRanges(text, lang).map(({ start, end }) => text.slice(start, end)),
  )
}

/** Characters with which Markdown says something, so that what is read may not be what is written. */
const MARKUP = /[\\`*_[\]<>&~|#$]/

/** HTML, or a line that may begin something else than a paragraph or a heading: there the lexer may be wrong. */
const STRUCTURE = /<|^[ \t]+\S|^(?:[>|*+=[~`-]|\d+[.)])/m

/**
 * A sentence that the lexer found, as the article's page shows it; undefined if the page doesn't show it. One without
 * markup that stands letter for letter in a body of mere paragraphs is shown as it is; only for another does the body
 * have to be rendered, which takes ten times as long.
 */
export function placeSentence(article: Text, text: string): Sentence | undefined {
  const plain = !MARKUP.test(text) && !STRUCTURE.test(article.body)
  const literal = plain && oneSpaced(article.body).includes(text)
  const sentences = literal ? bodySentences(article.body, article.lang) : articleSentences(article)
  return sentences.find((sentence) => sentence.text === text)
}
