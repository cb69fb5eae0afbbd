import { type Archive, theArchive } from '@/lib/archive/open'
import { readSummaries } from '@/lib/archive/read/articles'
import type { ArticleSummary } from '@/lib/article/article'
import type { Quote } from './quote'

/** A quote with what a reader needs to judge it. */
export type FoundQuote = { story: ArticleSummary; sentenceId: string; text: string }

/** What readers may see of these quotes. */
export function readQuotes(
  quotes: readonly Quote[],
  now: Date,
  archive: Archive = theArchive(),
): FoundQuote[] {
  return quotes.flatMap(({ slug, sentenceId, text }) =>
    readSummaries([slug], now, archive).map((story) => ({ story, sentenceId, text })),
  )
}
