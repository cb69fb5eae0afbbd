import { hashText } from '@/lib/language/term-hash'

/** What typography changes without changing the meaning: quotes, dashes, spaces, case and width don't affect the hash. */
const NOT_WORDS = /[^\p{L}\p{M}\p{N}]+/gu

/** Six base-36 digits: two sentences of one article collide once in some ten thousand articles of 500 sentences. */
const DIGITS = 6

/**
 * The id of a sentence (`s-4k2j9x`), made from its words alone: a link to it survives text inserted before it and changes
 * of typography. Two equal sentences of one article get the same id here; `numberedIds` tells them apart.
 */
export function sentenceId(text: string): string {
  const folded = text.normalize('NFKC').toLowerCase().replace(NOT_WORDS, '')
  const hash = hashText(folded === '' ? text.trim() : folded) >>> 0
  return `s-${(hash % 36 ** DIGITS).toString(36).padStart(DIGITS, '0')}`
}

/** Returns each id unchanged the first time, then with `-2`, `-3`, … */
export function numberedIds(): (id: string) => string {
  const used = new Map<string, number>()
  return (id) => {
    const count = (used.get(id) ?? 0) + 1
    used.set(id, count)
    return count === 1 ? id : `${id}-${count}`
  }
}
