import * as z from 'zod'
import { mediaSrcFault, resolveMediaSrc } from '@/lib/article/media-src'
import { asMeant } from '@/lib/article/misread-characters'
import { slugify } from '@/lib/article/slug'
import { forbiddenCharacter } from './characters'

/**
 * Zod has one message string, so it carries both the problem and the fix, separated by a character that no editor can type.
 */
const SEPARATOR = '\u0000'

export const encodeIssue = (problem: string, fix: string) => `${problem}${SEPARATOR}${fix}`

/** Splits a message that `say` made. */
export function decodeIssue(message: string): { problem: string; fix: string } {
  const [problem = '', fix = 'see the guide, content/README.md'] = message.split(SEPARATOR)
  return { problem, fix }
}

/** A headline of 300 characters must pass; more than a thousand is a misplaced paragraph. */
const MAX_LINE = 1000

/** A description or correction is a paragraph or two. */
const MAX_PARAGRAPH = 10_000

/** Unlike `trim`, keeps U+2028 and other unusual spaces, so that the text stays as it was written. */
const trimmed = (value: string) => value.replace(/^[ \t\n]+|[ \t\n]+$/g, '')

function checkText(value: string, max: number): string | undefined {
  if (value === '') return encodeIssue('is empty', 'give it a value or remove the line')
  if (value.length > max) return encodeIssue(`is longer than ${max} characters`, 'shorten it')
  const character = forbiddenCharacter(value)
  return character && encodeIssue(character.problem, character.fix)
}

const textUpTo = (max: number, also?: (value: string) => string | undefined) =>
  z.string().transform((raw, context) => {
    // An escape in YAML ("\x97") bypasses the gate for bytes.
    const value = trimmed(asMeant(raw))
    const message = checkText(value, max) ?? also?.(value)
    if (message === undefined) return value
    context.addIssue({ code: 'custom', message })
    return z.NEVER
  })

const oneLine = (value: string) =>
  value.includes('\n') ? encodeIssue('runs over several lines', 'write it on one line') : undefined

/** A headline or a name: not empty, on one line, without invisible characters. */
export const lineText = textUpTo(MAX_LINE, oneLine)

/** A description, a caption, a correction. */
export const paragraphText = textUpTo(MAX_PARAGRAPH)

/** A name that gets an address (tag, source, author, section): at least one character must remain in the slug. */
export const nameText = textUpTo(
  MAX_LINE,
  (value) =>
    oneLine(value) ??
    (slugify(value) === ''
      ? encodeIssue('has no letter or number in it', 'name it in words')
      : undefined),
)

/** A web address: http or https, so nothing that a browser would run. */
export const webAddress = textUpTo(MAX_LINE, (value) =>
  isWebAddress(value)
    ? undefined
    : encodeIssue(`${JSON.stringify(value)} is not a web address`, 'begin it with https://'),
)

const isWebAddress = (value: string) =>
  /^https?:\/\/[^/\\]/i.test(value) && URL.canParse(value) && !/\s/.test(value)

/** The same, or a path of this site: `/archive`. */
export const sitePathOrWeb = textUpTo(MAX_LINE, (value) => {
  if (/^\/(?![/\\])\S*$/.test(value)) return undefined
  if (isWebAddress(value)) return undefined
  return encodeIssue(
    `${JSON.stringify(value)} is not an address`,
    'begin it with https:// or with /',
  )
})

/** A picture of content/media, named in a YAML file beside it. */
export const pictureOfMedia = textUpTo(MAX_LINE, (value) => {
  const path = resolveMediaSrc('site.yaml', value)
  if (!mediaSrcFault(value) && path === value) return undefined
  const problem = `${JSON.stringify(value)} is not a picture in content/media`
  return encodeIssue(problem, 'put it there and write media/picture.png')
})

/** BCP 47: `en`, `ja`, `pt-BR`, in its canonical spelling. */
export const languageTag = textUpTo(MAX_LINE, (value) =>
  isLanguage(value)
    ? undefined
    : encodeIssue(
        `${JSON.stringify(value)} is not a language`,
        'use a tag such as en, ja or pt-BR',
      ),
)

function isLanguage(value: string): boolean {
  try {
    return Intl.getCanonicalLocales(value).length === 1
  } catch {
    return false
  }
}
