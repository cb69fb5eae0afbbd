import { z } from 'zod'
import { termOf } from '@/lib/article/terms'
import { type Archive, theArchive } from './open'
import type { Statements } from './rows'

/** While an archive is built, words that are stored already: 300,000 of them are all that a large archive has. */
const MAX_KEPT = 300_000
const kept = new WeakMap<Statements, Set<string>>()

/** Stores the words (apart by spaces) by which readers' typing errors are corrected. They stay when an article goes. */
export function storeSpellings(rows: Statements, words: string, building: boolean): void {
  const known = building ? keptFor(rows) : new Set<string>()
  for (const word of words.split(' ')) {
    if (word === '' || known.has(word)) continue
    known.add(word)
    rows.run(INSERT, { word, backwards: backwards(word) })
  }
}

function keptFor(rows: Statements): Set<string> {
  const known = kept.get(rows)
  if (known !== undefined && known.size < MAX_KEPT) return known
  const fresh = new Set<string>()
  kept.set(rows, fresh)
  return fresh
}

const backwards = (word: string) => [...word].reverse().join('')

const INSERT = 'INSERT OR IGNORE INTO spellings (word, backwards) VALUES (:word, :backwards)'

const spelling = z.object({ word: z.string() })

/** The last code point, which no word holds: what is below begins with the prefix. */
const LAST = '\u{10ffff}'

const BEGINNING = `SELECT word FROM spellings WHERE word >= :from AND word < :to
  AND length(word) BETWEEN :shortest AND :longest`
const END = `SELECT word FROM spellings WHERE backwards >= :from AND backwards < :to
  AND length(word) BETWEEN :shortest AND :longest`
const SAME = 'SELECT word FROM spellings WHERE word IN (SELECT value FROM json_each(:words))'

/**
 * Words of the archive that share their first or second half with this one, and those in which two neighbouring
 * letters are swapped: every word at one edit is among them. Whether an article that readers see has them isn't said.
 */
export function findSpellings(
  word: string,
  slack: number,
  archive: Archive = theArchive(),
): string[] {
  const { rows } = archive
  const letters = [...word]
  const half = Math.ceil(letters.length / 2)
  const range = (prefix: string) => ({
    from: prefix,
    to: prefix + LAST,
    shortest: letters.length - slack,
    longest: letters.length + slack,
  })
  const swapped = letters.slice(1).map((letter, i) => {
    const before = letters.slice(0, i).join('')
    return `${before}${letter}${letters[i]}${letters.slice(i + 2).join('')}`
  })
  const found = [
    ...rows.all(spelling, BEGINNING, range(letters.slice(0, half).join(''))),
    // So many words end in the same letter that looking at them all would take too long.
    ...(letters.length - half < 2
      ? []
      : rows.all(spelling, END, range(letters.slice(half).reverse().join('')))),
    ...rows.all(spelling, SAME, { words: JSON.stringify(swapped) }),
  ]
  return [...new Set(found.map((row) => row.word))].filter((each) => each !== word)
}

/** A word of the archive that has this English stem, the shortest; undefined when there is none. */
export function findWordOfStem(stem: string, archive: Archive = theArchive()): string | undefined {
  const found = archive.rows.all(spelling, OF_STEM, { from: stem, to: stem + LAST })
  return found.map(({ word }) => word).find((word) => word !== stem && termOf(word) === stem)
}

/** Twenty words with one beginning hold its plain forms. */
const OF_STEM = `SELECT word FROM spellings WHERE word >= :from AND word < :to
  ORDER BY length(word) LIMIT 20`
