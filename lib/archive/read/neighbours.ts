import type { Article } from '@/lib/article/article'
import { type DistinctiveTerm, distinctiveTerms } from '@/lib/language/distinctive-terms'
import { decodeVector, indexText, type TermVector } from '@/lib/language/term-vector'
import { plainText } from '@/lib/markdown/plain-text'
import { reportCacheTags } from '@/lib/running/report'
import { neighbourhoodTag } from '../cache-tags'
import { type Archive, theArchive } from '../open'
import { findHoldersOfMost, readCorpusSize, readFrequencies, readVectors } from './terms-index'

/** Articles that are compared exactly. More would not improve a ranking and would cost a page 20 µs each. */
const MAX_CANDIDATES = 150

export type Neighbour = { id: number; slug: string; published: Date; vector: TermVector }

export type Neighbours = {
  vector: TermVector
  /** Visible articles that share distinctive terms with this one, those that share most of them first. */
  others: readonly Neighbour[]
}

type Kept = {
  version: string
  at: number
  telling: readonly DistinctiveTerm[]
  neighbours: Neighbours
}

/** A page's rail and its story so far ask for the same neighbours. */
const kept = new WeakMap<Article, Kept>()

/** The articles that may be similar to this one; the caller then measures how similar each is. */
export function findNeighbours(
  article: Article,
  now: Date,
  archive: Archive = theArchive(),
): Neighbours {
  const { version } = archive
  const known = kept.get(article)
  if (known?.version === version && known.at === now.getTime()) {
    reportCacheTags(...known.telling.map(({ term }) => neighbourhoodTag(term)))
    return known.neighbours
  }
  const { title, body, lang, tags } = article
  const indexed = indexText(title, plainText(body), lang, tags)
  const { articles } = readCorpusSize(archive)
  const frequencies = (terms: Iterable<number>) => readFrequencies(terms, archive)
  const telling = distinctiveTerms(indexed, { articles, frequencies })
  // One more, since the article itself comes first.
  const ids = findHoldersOfMost(telling, MAX_CANDIDATES + 1, archive)
  const stored = new Map(readVectors(ids, now, archive).map((each) => [each.id, each]))
  const others = ids.flatMap((id): Neighbour[] => {
    const found = stored.get(id)
    if (found === undefined || found.slug === article.slug) return []
    return [{ ...found, vector: decodeVector(found.vector) }]
  })
  const neighbours = { vector: decodeVector(indexed.vector), others }
  kept.set(article, { version, at: now.getTime(), telling, neighbours })
  return neighbours
}
