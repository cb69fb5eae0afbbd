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

function nameProblem(name: string): string | undefined {
  if (name.replace(INKLESS, '') === '') return 'Please give a name. Any name you like will do.'
  if (isTooLong(name, NAME_MAX_GRAPHEMES, NAME_MAX_CODE_POINTS)) {
    return `This name is too long: please keep it to ${NAME_MAX_GRAPHEMES} characters.`
  }
  if (CONTROL_IN_NAME.test(name) || LONE_SURROGATE.test(name)) {
    return 'This name has characters that can’t be shown: please type it again on one line.'
  }
  if (MARK_RUN.test(name)) return 'This name stacks too many accents on one letter.'
  return undefined
}

function textProblem(text: string): string | undefined {
  if (text.replace(INKLESS, '') === '') return 'Please write something first.'
  if (isTooLong(text, TEXT_MAX_GRAPHEMES, TEXT_MAX_CODE_POINTS)) {
    return `This comment is too long: please keep it to ${TEXT_MAX_GRAPHEMES} characters.`
  }
  if (hasControl(text) || LONE_SURROGATE.test(text)) {
    return 'This comment has characters that can’t be shown (control characters): please remove them.'
  }
  if (MARK_RUN.test(text)) return 'This comment stacks too many accents on one letter.'
  return undefined
}

/** All problems of both fields at once, in words for the writer; an empty list when the comment may be stored as it is. */
export function validateComment({ name, text }: CommentInput): FieldProblem[] {
  const problems: FieldProblem[] = []
  const ofName = nameProblem(name)
  const ofText = textProblem(text)
  if (ofName !== undefined) problems.push({ field: 'name', problem: ofName })
  if (ofText !== undefined) problems.push({ field: 'text', problem: ofText })
  return problems
}
