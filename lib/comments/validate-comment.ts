import { fill, numeral, type Paper, type Words, wordsOf } from '@/lib/words/words'

/** Long enough for any name that people sign with, too short for an advertisement. */
export const NAME_MAX_GRAPHEMES = 60
/** A grapheme of most scripts has at most four code points; more is decoration. */
export const NAME_MAX_CODE_POINTS = 240
/** About two printed pages: anything longer is an article, not a comment. */
export const TEXT_MAX_GRAPHEMES = 5000
/** Limits what is stored, whatever the graphemes consist of. */
export const TEXT_MAX_CODE_POINTS = 10_000
/** Hebrew with vowels and cantillation stacks five; more than eight only serve to break out of the line. */
export const MARKS_IN_A_ROW_MAX = 8

export type CommentField = 'name' | 'text'
export type FieldProblem = { field: CommentField; problem: string }
type ReplyWords = Words['replies']
export type CommentInput = { name: string; text: string }

const CONTROL_IN_NAME = /\p{Cc}/u
const LONE_SURROGATE = /\p{Cs}/u
const MARK_RUN = new RegExp(`\\p{M}{${MARKS_IN_A_ROW_MAX + 1}}`, 'u')
/**
 * Characters that print nothing: white space, zero-width and other ignorable characters, marks without a letter, blank
 * Braille.
 */
const INKLESS = /[\p{White_Space}\p{Default_Ignorable_Code_Point}\p{C}\p{M}\u2800]/gu

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

function hasControl(text: string): boolean {
  for (const character of text) {
    if (!/[\t\n\r]/.test(character) && CONTROL_IN_NAME.test(character)) return true
  }
  return false
}

function isLongerThan(value: string, maxGraphemes: number): boolean {
  let count = 0
  for (const _ of graphemes.segment(value)) if (++count > maxGraphemes) return true
  return false
}

function isTooLong(value: string, maxGraphemes: number, maxCodePoints: number): boolean {
  // Cheapest first: a text over the limit in UTF-16 units is never segmented.
  if (value.length > maxCodePoints * 2 || [...value].length > maxCodePoints) return true
  // A line break in a form is two code points but one grapheme, so graphemes are what a writer counts.
  return isLongerThan(value, maxGraphemes)
}

function nameProblem(name: string, words: ReplyWords, paper: Paper): string | undefined {
  if (name.replace(INKLESS, '') === '') return words.noName
  if (isTooLong(name, NAME_MAX_GRAPHEMES, NAME_MAX_CODE_POINTS)) {
    return fill(words.longName, { most: numeral(NAME_MAX_GRAPHEMES, paper) })
  }
  if (CONTROL_IN_NAME.test(name) || LONE_SURROGATE.test(name)) {
    return words.badName
  }
  if (MARK_RUN.test(name)) return words.stackedName
  return undefined
}

function textProblem(text: string, words: ReplyWords, paper: Paper): string | undefined {
  if (text.replace(INKLESS, '') === '') return words.noText
  if (isTooLong(text, TEXT_MAX_GRAPHEMES, TEXT_MAX_CODE_POINTS)) {
    return fill(words.longText, { most: numeral(TEXT_MAX_GRAPHEMES, paper) })
  }
  if (hasControl(text) || LONE_SURROGATE.test(text)) {
    return words.badText
  }
  if (MARK_RUN.test(text)) return words.stackedText
  return undefined
}

/** All problems of both fields at once, in words for the writer; an empty list when the comment may be stored as it is. */
export function validateComment({ name, text }: CommentInput, paper: Paper): FieldProblem[] {
  const words = wordsOf(paper).replies
  const problems: FieldProblem[] = []
  const ofName = nameProblem(name, words, paper)
  const ofText = textProblem(text, words, paper)
  if (ofName !== undefined) problems.push({ field: 'name', problem: ofName })
  if (ofText !== undefined) problems.push({ field: 'text', problem: ofText })
  return problems
}
