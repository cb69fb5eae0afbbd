import { idf } from '@/lib/language/idf'

/** What is known of the archive: how many articles, how many terms each, and in how many a term (its hash) stands. */
export type Rarity = {
  articles: number
  meanLength: number
  counts: ReadonlyMap<number, number>
}

/** How much a term tells: the fewer articles have it, the more. */
export const rarityOf = ({ articles, counts }: Rarity, hash: number) =>
  idf(articles, counts.get(hash) ?? 0)
