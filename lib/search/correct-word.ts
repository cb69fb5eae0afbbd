import { editDistance } from '@/lib/article/edit-distance'

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
  return spellings
    .map((each) => ({ word: each, distance: editDistance(word, each) }))
    .filter((each) => each.distance <= longest && (each.distance < 2 || sameBeginning(word, each)))
    .sort((a, b) => a.distance - b.distance || firstLetter(word, b) - firstLetter(word, a))
    .slice(0, MAX_NEAR)
}

/** Two errors after the same beginning are one word misspelt, elsewhere another word. */
const sameBeginning = (word: string, other: Spelling) => other.word.slice(0, 2) === word.slice(0, 2)

/** Hardly anybody mistypes the first letter. */
const firstLetter = (word: string, other: Spelling) => (other.word[0] === word[0] ? 1 : 0)

/** The corrections to look for: of the nearest, those that most articles have. */
export function chooseCorrections<T extends Spelling & { count: number }>(
  word: string,
  near: readonly T[],
): T[] {
  const known = near.filter(({ count }) => count > 0)
  const nearest = Math.min(...known.map(({ distance }) => distance))
  return known
    .filter(({ distance }) => distance === nearest)
    .sort((a, b) => b.count * (1 + firstLetter(word, b)) - a.count * (1 + firstLetter(word, a)))
    .slice(0, MAX_CORRECTIONS)
}
