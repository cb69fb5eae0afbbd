import { isSameText, sharedShingles, shingleList, shingles } from './shingles'

export type DuplicateText = { path: string; title: string; text: string; lang?: string }
/** Two articles with one text; `share` is the part of the shorter one that the other has too, 0 to 1. */
export type NearDuplicate = { a: string; b: string; share: number }

/** One shingle in so many is looked up; a text that is the same shares hundreds of them. */
const SAMPLE = 8
/** Of a short text every shingle counts. */
const SHORT_TEXT = 60
/** A run of words in more articles than this is the paper's own boilerplate. */
const MAX_ARTICLES_OF_SHINGLE = 40
/** Texts that share this part of the looked-up shingles are compared in full. */
const PROMISING = 0.25

/**
 * The pairs of articles of a folder that are the same text, for telling editors; `path` names them. Takes some
 * seconds for 10,000 articles. `text` is plain text.
 */
export function findNearDuplicates(articles: readonly DuplicateText[]): NearDuplicate[] {
  const holders = new Map<number, number[]>()
  const sampled = articles.map(({ text, lang }, index) => {
    const all = shingleList(text, lang)
    const short = all.length < SHORT_TEXT
    const sample = [...new Set(all.filter((shingle) => short || shingle % SAMPLE === 0))]
    for (const shingle of sample) {
      const found = holders.get(shingle)
      if (found === undefined) holders.set(shingle, [index])
      else found.push(index)
    }
    return sample
  })
  const pairs: NearDuplicate[] = []
  const shinglesOf = (article: DuplicateText) => shingles(article.text, article.lang)
  sampled.forEach((sample, index) => {
    const article = articles[index]
    if (article === undefined) return
    for (const [otherIndex, count] of sharing(sample, holders, index)) {
      const other = articles[otherIndex]
      const looked = lookedUp(sample, sampled[otherIndex] ?? [])
      if (other === undefined || count < PROMISING * looked) continue
      const [a, b] = [shinglesOf(article), shinglesOf(other)]
      if (!isSameText(a, b)) continue
      pairs.push({ a: article.path, b: other.path, share: sharedShingles(a, b) })
    }
  })
  return pairs
}

/** How many of the shorter text's looked-up shingles the longer one could have, which may be sampled more thinly. */
function lookedUp(a: readonly number[], b: readonly number[]): number {
  const thin = (sample: readonly number[]) => sample.filter((each) => each % SAMPLE === 0).length
  return Math.max(1, Math.min(thin(a), thin(b)))
}

/** The later articles that share looked-up shingles, with how many; each pair comes up once. */
function sharing(
  sample: readonly number[],
  holders: ReadonlyMap<number, number[]>,
  index: number,
): Map<number, number> {
  const counts = new Map<number, number>()
  for (const shingle of sample) {
    const found = holders.get(shingle) ?? []
    if (found.length > MAX_ARTICLES_OF_SHINGLE) continue
    for (const other of found) if (other > index) counts.set(other, (counts.get(other) ?? 0) + 1)
  }
  return counts
}
