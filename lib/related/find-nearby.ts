import type { Archive } from '@/lib/archive/open'
import {
  findByLabels,
  findCandidates,
  findVector,
  readCorpusSize,
  readFrequencies,
  readVectors,
  type StoredVector,
} from '@/lib/archive/terms-index'
import type { Article } from '@/lib/article/article'
import { plainText } from '@/lib/article/plain-text'
import { tellingTerms } from '@/lib/article/telling-terms'
import { decodeVector, hashTerm, indexText, type TermVector } from '@/lib/article/term-vector'
import { nearness } from './nearness'
import type { Nearby } from './rail'
import type { Corpus } from './similarity'

/** Articles that are measured exactly. More make no ranking better and cost a page 20 µs each. */
const MAX_CANDIDATES = 200

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
  const { title, tags, lang } = article
  const indexed = indexText(title, plainText(article.body), lang, tags)
  const vector = decodeVector(indexed.vector)
  const corpus = readCorpus(archive, [...indexed.title, ...indexed.body].map(hashTerm))
  const terms = tellingTerms(indexed, corpus)
  const found = findCandidates(terms, MAX_CANDIDATES + 1, now, archive)
    .filter(({ slug }) => slug !== article.slug)
    .slice(0, MAX_CANDIDATES)
  const stored = readVectors(
    found.map(({ id }) => id),
    now,
    archive,
  )
  const vectors = stored.map((each) => decodeVector(each.vector))
  const near = nearness(vector, vectors, corpus)
  const nearby = stored
    .map((each, i) => toNearby(each, near[i] ?? 0))
    .filter((each) => each.near > 0)
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
  const own = findVector(article.slug, now, archive)
  if (own === undefined) return []
  const ids = findByLabels(own.id, wanted, now, archive).map(({ id }) => id)
  const stored = new Map(readVectors(ids, now, archive).map((each) => [each.id, each]))
  return ids.flatMap((id) => {
    const found = stored.get(id)
    return found ? [toNearby(found, 0)] : []
  })
}

function toNearby(stored: StoredVector, near: number): NearbyArticle {
  const { slug, published, source } = stored
  return { slug, published, source, near, vector: decodeVector(stored.vector) }
}

/** Frequencies are read as they are asked for, each once; those of the article itself at once. */
function readCorpus(archive: Archive, terms: readonly number[]): Corpus {
  const known = readFrequencies(new Set(terms), archive)
  const asked = new Set(terms)
  const frequency = (term: number) => {
    if (!asked.has(term)) {
      asked.add(term)
      for (const [found, articles] of readFrequencies([term], archive)) known.set(found, articles)
    }
    return known.get(term) ?? 0
  }
  return { ...readCorpusSize(archive), frequency }
}
