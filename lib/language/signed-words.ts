import { DIGIT, kindAt, startsWord, widthAt } from './character-kinds'
import { foldWord } from './fold-word'

/** Receives a folded word and its position in the text (UTF-16 units). */
export type Visit = (word: string, start: number, end: number) => void

const SPACE = 32
const FULL_STOP = 46
const PLUS = new Set([43, 0xff0b])
const SHARP = new Set([35, 0xff03, 0x266f])

/** What a sign at the end makes of a name, and the sign's width: C++, C#. */
function signAt(
  text: string,
  start: number,
  end: number,
): { name: string; width: number } | undefined {
  const unit = text.charCodeAt(end)
  if (unit === SPACE) return undefined
  const isSharp = SHARP.has(unit) && end === start + widthAt(text, start)
  if (isSharp && !startsWord(text, end + 1)) return { name: 'sharp', width: 1 }
  const isPlus = PLUS.has(unit) && PLUS.has(text.charCodeAt(end + 1)) && !startsWord(text, end + 2)
  return isPlus ? { name: 'plusplus', width: 2 } : undefined
}

/** .NET and ASP.NET, but not example.net. */
function isDotNet(text: string, start: number, end: number): boolean {
  if (end - start !== 3 || text.charCodeAt(start - 1) !== FULL_STOP) return false
  const raw = text.slice(start, end)
  return raw === 'NET' || (/^net$/i.test(raw) && !startsWord(text, start - 2))
}

/**
 * Visits a word that its signs or its number tell from others, and gives where it ends: C++, C# and .NET are words of
 * their own, Covid19 is the two of Covid-19. F35 and MP3 are one.
 */
export function visitSigned(
  text: string,
  start: number,
  end: number,
  visit: Visit,
): number | undefined {
  const sign = signAt(text, start, end)
  if (sign) {
    visit(foldWord(text.slice(start, end)) + sign.name, start, end + sign.width)
    return end + sign.width
  }
  if (isDotNet(text, start, end)) {
    visit('dotnet', start - 1, end)
    return end
  }
  if (kindAt(text, end - 1) !== DIGIT) return undefined
  const raw = text.slice(start, end)
  const [, name = ''] = /^(\p{L}{3,})\p{Nd}+$/u.exec(raw) ?? []
  if (name === '') return undefined
  const number = start + name.length
  visit(foldWord(name), start, number)
  visit(foldWord(raw.slice(name.length)), number, end)
  return end
}
