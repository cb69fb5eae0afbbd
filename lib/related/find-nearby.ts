import { findNeighbours } from '@/lib/archive/neighbours'
import type { Archive } from '@/lib/archive/open'
import {
  findByLabels,
  readCorpusSize,
  readFrequencies,
  readVectors,
  type StoredVector,
} from '@/lib/archive/terms-index'
import type { Article } from '@/lib/article/article'
import { decodeVector, type TermVector } from '@/lib/article/term-vector'
import { nearness } from './nearness'
import type { Nearby } from './rail'
import type { Corpus } from './similarity'

export type NearbyArticle = Nearby & { vector: TermVector }
export type Neighbourhood = { vector: TermVector; nearby: NearbyArticle[]; corpus: Corpus }

/**
 * The visible articles that share telling terms with this one, nearest first; when these are fewer than
 * `wanted`, others of its tags and section follow, and then the newest, so that there is always something while
 * another article exists.
 */
export function findNeighbourhood(
  article: Article,
  wanted: number,
  now: Date,
  archive: Archive,
): Neighbourhood {
  const { vector, ids } = findNeighbours(article, archive)
  const corpus = readCorpus(archive)
  const stored = readVectors(ids, now, archive).filter(({ slug }) => slug !== article.slug)
  const vectors = stored.map((each) => decodeVector(each.vector))
  const near = nearness(vector, vectors, corpus)
  const nearby = stored
    .flatMap((each, i) => {
      const vector = vectors[i]
      return vector && near[i] ? [toNearby(each, vector, near[i])] : []
    })
    .sort((a, b) => b.near - a.near || b.published.getTime() - a.published.getTime())
  const known = new Set([article.slug, ...nearby.map(({ slug }) => slug)])
  const fill =
    nearby.length < wanted
      ? findFill(article, wanted, now, archive).filter(({ slug }) => !known.has(slug))
      : []
  return { vector, nearby: [...nearby, ...fill.slice(0, wanted - nearby.length)], corpus }
}

/** Articles without words in common that are here for their labels or their date, in that order. */
function findFill(article: Article, wanted: number, now: Date, archive: Archive): NearbyArticle[] {
  const ids = findByLabels(article, wanted, now, archive).map(({ id }) => id)
  const stored = new Map(readVectors(ids, now, archive).map((each) => [each.id, each]))
  return ids.flatMap((id) => {
    const found = stored.get(id)
    return found ? [toNearby(found, decodeVector(found.vector), 0)] : []
  })
}

function toNearby(stored: StoredVector, vector: TermVector, near: number): NearbyArticle {
  const { slug, published, source } = stored
  return { slug, published, source, near, vector }
}

function readCorpus(archive: Archive): Corpus {
  const frequencies = (terms: Iterable<number>) => readFrequencies(terms, archive)
  return { ...readCorpusSize(archive), frequencies }
}
