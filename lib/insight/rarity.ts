import { idf } from '@/lib/language/idf'
import type { Rarity } from './compare-passage'

/** In a smaller archive the numbers say little: its words count nearly alike. */
const FEWEST_ARTICLES = 200

/** Rarity (idf) by the number of articles that have a term. */
export function rarityOf(articles: number, withTerm: (term: string) => number): Rarity {
  const all = Math.max(articles, FEWEST_ARTICLES)
  return (term) => idf(all, withTerm(term))
}
