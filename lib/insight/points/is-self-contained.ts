import { wordSpans } from '@/lib/language/word-spans'
import { hasOpenReference, hasWeakReference } from './has-open-reference'
import { isBoilerplate, isCaption } from './is-boilerplate'
import { pointsIn } from './point-languages'

/** Below this a sentence is a cry or a heading, above it a list or a splitting fault; neither is a point. */
const FEWEST_WORDS = 6
const MOST_WORDS = 45
/** What the headline asks may take longer to answer: reasons come as a list. */
const MOST_WORDS_OF_ANSWER = 75

/**
 * Whether a sentence can be shown without its neighbours: it is whole (begins and ends like a sentence, quotations and
 * brackets opened in it are closed in it), says something (no question, no caption, no boilerplate) and leans on
 * nothing before it.
 */
export function isSelfContained(text: string, words: number, lang?: string): boolean {
  return words <= MOST_WORDS && isComplete(text, words, lang) && !hasOpenReference(text, lang)
}

/** The same of a sentence that answers its headline, which a reader has just read. */
export function answersAlone(text: string, words: number, lang?: string): boolean {
  if (words > MOST_WORDS_OF_ANSWER || !isComplete(text, words, lang)) return false
  return pointsIn(lang)?.furtherReasons.test(text) === true || !hasOpenReference(text, lang)
}

const isComplete = (text: string, words: number, lang: string | undefined) =>
  words >= FEWEST_WORDS && isWhole(text) && !isQuotationOnly(text) && !isBoilerplate(text, lang)

/** Whether a sentence that stands alone does so badly: another is better. */
export const isPoorlySelfContained = (text: string, lang?: string): boolean =>
  isCaption(text) || hasWeakReference(text, lang)

const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0

function isWhole(text: string): boolean {
  if (!/(?:[.!…。！।]|[.!]\s?['"”’»)\]」』]+|[.!] (?:''|"))$/u.test(text)) return false
  return !isCutOff(text) && isBalanced(text)
}

/** The rest of a sentence that was divided at a full stop inside it, or the close of a quotation before it. */
const isCutOff = (text: string) =>
  /^["”’]\s/u.test(text) || (/^\p{Ll}/u.test(text) && /\p{Lu}/u.test(text))

/** Quotation marks and brackets in pairs. An apostrophe looks like a closing quote, so those may be more. */
function isBalanced(text: string): boolean {
  const pairs: [RegExp, RegExp][] = [
    [/“/g, /”/g],
    [/``/g, /''/g],
    [/«/g, /»/g],
    [/\(/g, /\)/g],
    [/\[/g, /\]/g],
    [/「/g, /」/g],
  ]
  if (pairs.some(([open, close]) => count(text, open) !== count(text, close))) return false
  if (count(text, /"/g) % 2 === 1) return false
  const opened = count(text, /(?<![\p{L}\p{N}])['‘](?=[\p{L}\p{N}])/gu)
  const closed = count(text, /(?<=\S)['’](?![\p{L}\p{N}])/gu)
  return opened <= closed && !(opened === 0 && /[.!?,]['’]$/.test(text))
}

function isQuotationOnly(text: string): boolean {
  return /^\s*(?:["“«「]|``|['‘](?!\d))[^"“”«»]*(?:["”»」]|''|['’])\s*[.!]?$/u.test(text)
}

/** Whether a word after the first begins with a capital letter. */
export function namesAnything(text: string): boolean {
  const [, ...later] = wordSpans(text)
  return later.some(({ start }) => /^\p{Lu}/u.test(text.slice(start, start + 2)))
}
