import { type Archive, theArchive } from '@/lib/archive/open'
import { readCorpusSize, readFrequencies } from '@/lib/archive/read/terms-index'
import { hashTerm } from '@/lib/language/term-hash'
import type { Rarity } from './compare-passage'
import { indexedTerms } from './question/asked-term'
import { rarityOf } from './rarity'

/** How rare terms are in the archive, and in how many articles they stand. */
export function readRarity(archive: Archive = theArchive()): {
  rarity: Rarity
  rowsOf: (term: string) => number
} {
  const { articles } = readCorpusSize(archive)
  const known = readFrequencies([], archive)
  const rowsOf = (term: string) => {
    const hash = hashTerm(term)
    return known.get(hash) ?? readFrequencies([hash], archive).get(hash) ?? 0
  }
  const rowsOfForms = (term: string) =>
    [...new Set([term, ...indexedTerms(term)])].reduce((sum, each) => sum + rowsOf(each), 0)
  return { rarity: rarityOf(articles, rowsOfForms), rowsOf }
}
