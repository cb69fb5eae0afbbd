import type { Archive } from '@/lib/archive/open'
import { findArticle } from '@/lib/archive/read/articles'
import type { Article } from '@/lib/article/article'
import { isSameText, shingles } from '@/lib/language/shingles'
import type { TermVector } from '@/lib/language/term-vector'
import { plainText } from '@/lib/markdown/plain-text'
import { type Phrases, phrasesOf, type ReasonText } from './phrases'
import { TermTable } from './term-table'

/** Vectors of one text, shortened or edited, share more than this; only then are the texts read and compared. */
const PROMISING = 0.5

type Compared = { slug: string; vector: TermVector }

/** The texts that a rail needs, each read once. */
export class Texts {
  readonly #articles = new Map<string, Article | undefined>()
  readonly #phrases = new Map<string, Phrases>()
  readonly #shingles = new Map<string, Set<number>>()

  constructor(
    article: Article,
    private readonly now: Date,
    private readonly archive: Archive,
  ) {
    this.#articles.set(article.slug, article)
  }

  /** The words that may serve as a reason; none for an article that readers don't see. */
  phrasesOf(slug: string): Phrases {
    const known = this.#phrases.get(slug)
    if (known !== undefined) return known
    const article = this.#of(slug)
    const found: Phrases = article === undefined ? new Map() : phrasesOf(toText(article))
    this.#phrases.set(slug, found)
    return found
  }

  tagsOf(slug: string): readonly string[] {
    return this.#of(slug)?.tags ?? []
  }

  #of(slug: string): Article | undefined {
    if (!this.#articles.has(slug)) {
      const found = findArticle(slug, this.now, this.archive)
      this.#articles.set(slug, found?.state === 'live' ? found.article : undefined)
    }
    return this.#articles.get(slug)
  }

  /** Whether two articles have the same text. */
  areSame(a: Compared, b: Compared): boolean {
    if (sharedWeight(a.vector, b.vector) < PROMISING) return false
    return isSameText(this.#shinglesOf(a.slug), this.#shinglesOf(b.slug))
  }

  #shinglesOf(slug: string): Set<number> {
    const known = this.#shingles.get(slug)
    if (known !== undefined) return known
    const article = this.#of(slug)
    const found =
      article === undefined ? new Set<number>() : shingles(plainText(article.body), article.lang)
    this.#shingles.set(slug, found)
    return found
  }
}

const toText = ({ title, body, lang, tags }: Article): ReasonText => ({
  ...{ title, lang, tags, text: plainText(body) },
})

/** The share of the lighter vector's terms, by weight, that the other has too: 0 to 1. */
function sharedWeight(a: TermVector, b: TermVector): number {
  const positions = new TermTable()
  let total = 0
  for (let i = 0; i < a.terms.length; i++) {
    positions.place(a.terms[i] ?? 0)
    total += a.weights[i] ?? 0
  }
  let shared = 0
  let other = 0
  for (let i = 0; i < b.terms.length; i++) {
    const weight = b.weights[i] ?? 0
    other += weight
    const position = positions.find(b.terms[i] ?? 0)
    if (position >= 0) shared += Math.min(weight, a.weights[position] ?? 0)
  }
  const lighter = Math.min(total, other)
  return lighter === 0 ? 0 : shared / lighter
}
