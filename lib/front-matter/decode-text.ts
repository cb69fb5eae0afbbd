import { asMeant } from '@/lib/article/misread-characters'
import { forbiddenCharacters } from './characters'
import { oddCharacters } from './odd-characters'
import { positionAt } from './position'
import type { Problem } from './problem'

/** A book of 150,000 words; a larger file is data that doesn't belong in content/. */
export const MAX_FILE_BYTES = 1_048_576

/**
 * The longest paragraph that anyone writes on one line; the cost of some Markdown grows with the square of a line's length.
 */
export const MAX_LINE_LENGTH = 65_536

/** With `ok`, `problems` holds only warnings. */
export type DecodeResult =
  | { ok: true; text: string; problems: Problem[] }
  | { ok: false; problems: Problem[] }

/**
 * Every file of content/ passes this gate: it decodes UTF-8 bytes to text with LF line ends and no byte order mark. It
 * refuses what isn't text, or can't be shown, and says where; characters that were misread before the file was saved become
 * what was meant.
 */
export function decodeText(path: string, bytes: Uint8Array): DecodeResult {
  if (bytes.length > MAX_FILE_BYTES) return refuse(path, tooLarge(bytes.length))
  const utf16 = utf16Mark(bytes)
  if (utf16) return refuse(path, notUtf8('is UTF-16', 0))
  const nul = bytes.indexOf(0)
  if (nul !== -1) return refuse(path, notUtf8('holds a NUL byte', nul), placeOfByte(bytes, nul))
  const text = decodeUtf8(bytes)
  if (text === undefined) {
    const at = firstInvalidByte(bytes)
    return refuse(path, notUtf8('is not valid UTF-8', at), placeOfByte(bytes, at))
  }
  return checkText(path, normaliseLines(text))
}

function checkText(path: string, text: string): DecodeResult {
  const problems = [
    ...forbiddenCharacters(text).map(({ index, ...words }) => ({
      ...positionAt(text, index),
      ...words,
    })),
    ...longLines(text).map((line) => ({
      line,
      column: 1,
      problem: `is longer than ${MAX_LINE_LENGTH} characters`,
      fix: 'break the line into paragraphs',
    })),
  ]
  const odd = oddCharacters(path, text)
  if (problems.length === 0) return { ok: true, text: asMeant(text), problems: odd }
  const file = { severity: 'error', path, field: 'file' } as const
  return { ok: false, problems: [...problems.map((each) => ({ ...file, ...each })), ...odd] }
}

export function tooLarge(bytes: number): { problem: string; fix: string } {
  return {
    problem: `has ${bytes} bytes, more than the ${MAX_FILE_BYTES} allowed`,
    fix: 'split it, and keep data out of content/',
  }
}

function notUtf8(what: string, byte: number) {
  return { problem: `${what} at byte ${byte}`, fix: 'save the file as UTF-8' }
}

function refuse(
  path: string,
  what: { problem: string; fix: string },
  place = { line: 1, column: 1 },
): DecodeResult {
  const { problem, fix } = what
  return {
    ok: false,
    problems: [{ severity: 'error', path, ...place, field: 'file', problem, fix }],
  }
}

function utf16Mark(bytes: Uint8Array): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
}

/** Drops a byte order mark, as TextDecoder does by default. */
function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** Bisects to the shortest prefix that can't be the start of valid UTF-8. */
function firstInvalidByte(bytes: Uint8Array): number {
  let [valid, invalid] = [0, bytes.length]
  while (invalid - valid > 1) {
    const middle = (valid + invalid) >> 1
    if (beginsValid(bytes.subarray(0, middle))) valid = middle
    else invalid = middle
  }
  return startOfSequence(bytes, invalid - 1)
}

/** In stream mode a sequence that is cut off at the end is no error, so a prefix may end anywhere. */
function beginsValid(prefix: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(prefix, { stream: true })
    return true
  } catch {
    return false
  }
}

/** The decoder reports a bad sequence at its last byte; an editor looks for its first. */
function startOfSequence(bytes: Uint8Array, noticed: number): number {
  for (let at = noticed; at > 0 && noticed - at < 3; at--) {
    const before = bytes[at - 1] ?? 0
    if (before < 0x80) break
    if (before >= 0xc0) {
      return decodeUtf8(bytes.subarray(at - 1, noticed)) === undefined ? at - 1 : noticed
    }
  }
  return noticed
}

function placeOfByte(bytes: Uint8Array, at: number) {
  const before = normaliseLines(new TextDecoder().decode(bytes.subarray(0, at)))
  return positionAt(before, before.length)
}

function normaliseLines(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
}

function longLines(text: string): number[] {
  if (text.length <= MAX_LINE_LENGTH) return []
  return text
    .split('\n')
    .flatMap((line, index) => (line.length > MAX_LINE_LENGTH ? [index + 1] : []))
}
