import type { Archive } from '@/lib/archive/open'
import { readSourceNames } from '@/lib/archive/read/articles'
import { findNeighbours, type Neighbour } from '@/lib/archive/read/neighbours'
import {
  findByLabels,
  readCorpusSize,
  readFrequencies,
  readVectors,
} from '@/lib/archive/read/terms-index'
import type { Article } from '@/lib/article/article'
import { decodeVector, type TermVector } from '@/lib/language/term-vector'
import { nearness } from './nearness'
import type { Nearby } from './rail'
import type { Corpus } from './similarity'

export type NearbyArticle = Nearby & { vector: TermVector }
export type Neighbourhood = { vector: TermVector; nearby: NearbyArticle[]; corpus: Corpus }

type Measured = Neighbour & { near: number }

/**
 * The `wanted` visible articles that share telling terms with this one, nearest first; when there are fewer,
 * others of its tags and section follow, and then the newest, so that there is always something while another
 * article exists.
 */
export function findNeighbourhood(
  article: Article,
  wanted: number,
  now: Date,
  archive: Archive,
): Neighbourhood {
  const { vector, others } = findNeighbours(article, now, archive)
  const corpus = readCorpus(archive)
  const near = nearness(
    vector,
    others.map((each) => each.vector),
    corpus,
  )
  const nearest = others
    .flatMap((each, i): Measured[] => (near[i] ? [{ ...each, near: near[i] }] : []))
    .sort((a, b) => b.near - a.near || b.published.getTime() - a.published.getTime())
    .slice(0, wanted)
  const known = new Set([article.slug, ...nearest.map(({ slug }) => slug)])
  const fill =
    nearest.length < wanted
      ? findFill(article, wanted, now, archive).filter(({ slug }) => !known.has(slug))
      : []
  const chosen = [...nearest, ...fill.slice(0, wanted - nearest.length)]
  const sources = readSourceNames(
    chosen.map(({ id }) => id),
    archive,
  )
  const nearby = chosen.map(({ id, ...each }) => ({ ...each, source: sources.get(id) }))
  return { vector, nearby, corpus }
}

/** Articles without words in common that are here for their labels or their date, in that order. */
function findFill(article: Article, wanted: number, now: Date, archive: Archive): Measured[] {
  const ids = findByLabels(article, wanted, now, archive).map(({ id }) => id)
  const stored = new Map(readVectors(ids, now, archive).map((each) => [each.id, each]))
  return ids.flatMap((id) => {
    const found = stored.get(id)
    return found ? [{ ...found, vector: decodeVector(found.vector), near: 0 }] : []
  })
}

function readCorpus(archive: Archive): Corpus {
  const frequencies = (terms: Iterable<number>) => readFrequencies(terms, archive)
  return { ...readCorpusSize(archive), frequencies }
}
