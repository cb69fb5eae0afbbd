import type { Article } from '@/lib/article/article'
import { plainText } from '@/lib/article/plain-text'
import { type TellingTerm, tellingTerms } from '@/lib/article/telling-terms'
import { decodeVector, indexText, type TermVector } from '@/lib/article/term-vector'
import { type Archive, theArchive } from './open'
import { reportTags } from './report'
import { neighbourhoodTag } from './tags'
import { findHoldersOfMost, readCorpusSize, readFrequencies } from './terms-index'

/** Articles that are measured exactly. More make no ranking better and cost a page 20 µs each. */
const MAX_CANDIDATES = 150

export type Neighbours = {
  vector: TermVector
  /** Articles that share telling terms with this one, those that share most of them first, itself among them. */
  ids: readonly number[]
}

type Kept = Neighbours & { version: string; telling: readonly TellingTerm[] }

/** The rail and the story so far of one page ask the same. */
const kept = new WeakMap<Article, Kept>()

/** Where to look for articles near this one, whether readers see them or not: `readVectors` lets through those that they may. */
export function findNeighbours(article: Article, archive: Archive = theArchive()): Neighbours {
  const version = archive.version
  const known = kept.get(article)
  if (known?.version === version) {
    reportTags(...known.telling.map(({ term }) => neighbourhoodTag(term)))
    return known
  }
  const { title, body, lang, tags } = article
  const indexed = indexText(title, plainText(body), lang, tags)
  const { articles } = readCorpusSize(archive)
  const frequencies = (terms: Iterable<number>) => readFrequencies(terms, archive)
  const telling = tellingTerms(indexed, { articles, frequencies })
  // One more, since the article itself is the first of them.
  const ids = findHoldersOfMost(telling, MAX_CANDIDATES + 1, archive)
  const found = { version, telling, ids, vector: decodeVector(indexed.vector) }
  kept.set(article, found)
  return found
}
