import { editDistance } from '@/lib/language/edit-distance'

/** From this length on two errors may be one word; in shorter ones they make another word. */
const LONG_WORD = 6

/** How far a correction may be from what was typed. */
export const maxEdits = (word: string) => (word.length >= LONG_WORD ? 2 : 1)

/** Corrections of one word that are looked for: the other words of the query tell which of them was meant. */
const MAX_CORRECTIONS = 5

/** Spellings looked at closely. */
const MAX_NEAR = 40

export type Spelling = { word: string; distance: number }

/** Of the archive's words those that somebody may have meant, the nearest first. */
export function nearSpellings(word: string, spellings: readonly string[]): Spelling[] {
  const longest = maxEdits(word)
  const letters = letterBits(word)
  return spellings
    .filter((each) => bitCount(letterBits(each) ^ letters) <= 2 * longest)
    .map((each) => ({ word: each, distance: editDistance(word, each) }))
    .filter((each) => each.distance <= longest && (each.distance < 2 || sameBeginning(word, each)))
    .sort((a, b) => a.distance - b.distance || slipWeight(word, b) - slipWeight(word, a))
    .slice(0, MAX_NEAR)
}

/** Which letters a word has: one edit takes one of them away and puts one there, at most. Quicker than a distance. */
function letterBits(word: string): number {
  let bits = 0
  for (let i = 0; i < word.length; i++) bits |= 1 << (word.charCodeAt(i) & 31)
  return bits
}

function bitCount(bits: number): number {
  let count = 0
  for (let left = bits; left !== 0; left &= left - 1) count++
  return count
}

/** Two errors after the same beginning are one word misspelt, elsewhere another word. */
const sameBeginning = (word: string, other: Spelling) => other.word.slice(0, 2) === word.slice(0, 2)

/** A letter left out and two swapped are slips with few outcomes; another letter, or one too many, may be any. */
const ANY_LETTER = 1 / 8
/** Hardly anybody mistypes the first letter. */
const FIRST_LETTER = 1 / 2
/** Against the likeliest correction, those that are looked for as well. */
const LIKELY = 1 / 10

/** How likely it is, in proportion, that who meant the one word typed the other. They are as far apart as those beside them. */
function slipWeight(typed: string, { word, distance }: Spelling): number {
  const first = word[0] === typed[0] ? 1 : FIRST_LETTER
  return distance === 1 && !isLikelySlip(typed, word) ? first * ANY_LETTER : first
}

function isLikelySlip(typed: string, word: string): boolean {
  if (typed.length < word.length) return true
  let at = 0
  while (at < word.length && typed[at] === word[at]) at++
  if (typed.length === word.length) return typed[at] === word[at + 1] && typed[at + 1] === word[at]
  // One letter too many is likely when it is that before it once more.
  return typed[at] === typed[at - 1]
}

/** The corrections to look for: of the nearest, those that most articles have and that are likely slips. */
export function chooseCorrections<T extends Spelling & { count: number }>(
  word: string,
  near: readonly T[],
): T[] {
  const known = near.filter(({ count }) => count > 0)
  const nearest = Math.min(...known.map(({ distance }) => distance))
  const weighed = known
    .filter(({ distance }) => distance === nearest)
    .map((each) => ({ each, weight: each.count * slipWeight(word, each) }))
    .sort((a, b) => b.weight - a.weight)
  const least = (weighed[0]?.weight ?? 0) * LIKELY
  return weighed
    .filter(({ weight }) => weight >= least)
    .slice(0, MAX_CORRECTIONS)
    .map(({ each }) => each)
}
