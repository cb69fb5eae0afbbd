import * as z from 'zod'
import { termOf } from '@/lib/language/terms'
import type { Spellings } from '../follow/new-spellings'
import { type Archive, theArchive } from '../open'
import type { Statements } from '../statements'

/** Stores the words and stems that correct readers' typing errors. They stay when an article is removed. */
export function storeSpellings(rows: Statements, { words, stems }: Spellings): void {
  for (const word of words) rows.run(INSERT, { word, backwards: backwards(word), whole: 1 })
  for (const word of stems) rows.run(INSERT, { word, backwards: backwards(word), whole: 0 })
}

const backwards = (word: string) => [...word].reverse().join('')

const INSERT = `INSERT INTO spellings (word, backwards, whole) VALUES (:word, :backwards, :whole)
  ON CONFLICT (word) DO UPDATE SET whole = 1 WHERE whole = 0 AND excluded.whole = 1`

const spelling = z.object({ word: z.string() })

/** The last code point, which no word contains: what sorts before it starts with the prefix. */
const LAST = '\u{10ffff}'

const BEGINNING = `SELECT word FROM spellings WHERE word >= :from AND word < :to
  AND length(word) BETWEEN :shortest AND :longest AND whole >= :whole`
const END = `SELECT word FROM spellings WHERE backwards >= :from AND backwards < :to
  AND length(word) BETWEEN :shortest AND :longest AND whole >= :whole`
const SAME = `SELECT word FROM spellings
  WHERE word IN (SELECT value FROM json_each(:words)) AND whole >= :whole`

/**
 * Words of the archive that share their first or second half with this one, and those with two neighbouring letters
 * swapped: every word one edit away is among them. With `stems` the result includes stems that are not words. It doesn't
 * say whether a visible article has them.
 */
export function findSpellings(
  word: string,
  { slack, stems }: { slack: number; stems: boolean },
  archive: Archive = theArchive(),
): string[] {
  const { rows } = archive
  const letters = [...word]
  const half = Math.ceil(letters.length / 2)
  const whole = stems ? 0 : 1
  const range = (prefix: string) => ({
    whole,
    from: prefix,
    to: prefix + LAST,
    shortest: letters.length - slack,
    longest: letters.length + slack,
  })
  const same = (words: readonly string[]) =>
    rows.all(spelling, SAME, { whole, words: JSON.stringify(words) })
  const found = isShort(word)
    ? same(oneEditAway(letters))
    : [
        ...rows.all(spelling, BEGINNING, range(letters.slice(0, half).join(''))),
        // Too many words end in the same letter to look at them all.
        ...(letters.length - half < 2
          ? []
          : rows.all(spelling, END, range(letters.slice(half).reverse().join('')))),
        ...same(swappedNeighbours(letters)),
      ]
  return [...new Set(found.map((row) => row.word))].filter((each) => each !== word)
}

/**
 * A short word's halves are too short to search by, but listing all its edits is quick. Two errors in it make another word.
 */
const isShort = (word: string) => /^[a-z]{1,5}$/.test(word)
const ALPHABET = [...'abcdefghijklmnopqrstuvwxyz']

const joined = (letters: readonly string[], from: number, length: number, put: readonly string[]) =>
  [...letters.slice(0, from), ...put, ...letters.slice(from + length)].join('')

function swappedNeighbours(letters: readonly string[]): string[] {
  return letters.slice(1).map((letter, i) => joined(letters, i, 2, [letter, letters[i] ?? '']))
}

/** Words one edit away from this one, using the letters A to Z. */
function oneEditAway(letters: readonly string[]): string[] {
  const places = Array.from({ length: letters.length + 1 }, (_, at) => at)
  return [
    ...swappedNeighbours(letters),
    ...places.map((at) => joined(letters, at, 1, [])),
    ...ALPHABET.flatMap((letter) =>
      places.flatMap((at) => [0, 1].map((length) => joined(letters, at, length, [letter]))),
    ),
  ]
}

/** The shortest word of the archive with this stem in a language; undefined when there is none. */
export function findWordOfStem(
  stem: string,
  lang: string | undefined,
  archive: Archive = theArchive(),
): string | undefined {
  const found = archive.rows.all(spelling, OF_STEM, { from: stem, to: stem + LAST })
  return found.map(({ word }) => word).find((word) => termOf(word, lang) === stem)
}

/** The first twenty words that start alike include the plain forms. */
const OF_STEM = `SELECT word FROM spellings WHERE word >= :from AND word < :to AND whole = 1
  ORDER BY length(word) LIMIT 20`
