import * as z from 'zod'
import { answers } from '@/lib/insight/quote'
import { type ReadReport, repeatReports } from '@/lib/running/report'
import { searchOutcome } from '@/lib/search/outcome'
import { RankingTask } from './ranking-task'
import { type Surroundings, surroundings } from './surroundings'

/** One page of search results. */
export const searchTask = new RankingTask('search', {
  order: z.object({
    ...{ text: z.string(), page: z.number(), now: z.date() },
    newestFirst: z.exactOptional(z.boolean()),
  }),
  found: searchOutcome,
})

/** The quotes that answer a question. */
export const answersTask = new RankingTask('answers', {
  order: z.object({
    question: z.string(),
    /** The slug of an article that is searched first, and then left out of the rest. */
    article: z.exactOptional(z.string()),
    withCandidates: z.exactOptional(z.boolean()),
    now: z.date(),
  }),
  found: answers,
})

const readReport: z.ZodType<ReadReport> = z.object({
  tags: z.exactOptional(z.array(z.string())),
  validUntil: z.exactOptional(z.date()),
})

/** What a page shows beside an article, and what was read to find it. */
export const surroundingsTask = new RankingTask('surroundings', {
  order: z.object({ slug: z.string(), now: z.date() }),
  found: z.object({ surroundings, reports: z.array(readReport) }),
})

type SurroundingsOrder = { slug: string; now: Date }

/**
 * The surroundings of a published article; also reports for the page what was read to find them. Undefined when the thread
 * is busy; the caller then ranks on its own.
 */
export async function askSurroundings(order: SurroundingsOrder): Promise<Surroundings | undefined> {
  const ranked = await surroundingsTask.ask(order)
  if (ranked.state !== 'found') return undefined
  repeatReports(ranked.found.reports)
  return ranked.found.surroundings
}

/** Starts the work that a page will soon ask for. */
export function expectSurroundings(order: SurroundingsOrder): void {
  void surroundingsTask.ask(order)
}
