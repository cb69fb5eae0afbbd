import type { Archive } from '@/lib/archive/open'
import { readCredits } from '@/lib/archive/read/articles'
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
 * The `wanted` visible articles that belong beside this one, those in its own language first. Articles that share
 * distinctive terms come first, nearest first; if there are too few, others with its tags and section follow, and then the
 * newest, so that there is always something as long as another article exists.
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
  const found = new Found(article, wanted, archive)
  for (let at = 0; at < nearest.length && !found.isEnough; at += wanted)
    found.add(nearest.slice(at, at + wanted))
  if (!found.isEnough) {
    const known = new Set([article.slug, ...nearest.map(({ slug }) => slug)])
    found.add(findFill(article, wanted, now, archive).filter(({ slug }) => !known.has(slug)))
  }
  return { vector, nearby: found.nearby, corpus }
}

/** Articles in one article's language, and others, in order of arrival. */
class Found {
  private readonly own: NearbyArticle[] = []
  private readonly foreign: NearbyArticle[] = []
  private readonly language: string

  constructor(
    { lang }: Article,
    private readonly wanted: number,
    private readonly archive: Archive,
  ) {
    this.language = primaryOf(lang)
  }

  add(measured: readonly Measured[]): void {
    const credits = readCredits(
      measured.map(({ id }) => id),
      this.archive,
    )
    for (const { id, ...each } of measured) {
      const { title = '', source, lang = '' } = credits.get(id) ?? {}
      const isForeign = primaryOf(lang) !== this.language
      ;(isForeign ? this.foreign : this.own).push({ ...each, title, source, isForeign })
    }
  }

  get isEnough(): boolean {
    return this.own.length >= this.wanted
  }

  get nearby(): NearbyArticle[] {
    return [...this.own, ...this.foreign].slice(0, this.wanted)
  }
}

/** Readers of en-GB also read en-US. */
const primaryOf = (lang: string) => lang.replace(/[-_].*/, '').toLowerCase()

/** Articles without shared words, chosen by their labels or by date, in that order. */
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
