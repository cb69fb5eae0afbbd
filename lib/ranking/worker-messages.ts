import { z } from 'zod'
import { searchOutcome } from '@/lib/search/outcome'

const numbered = { id: z.number(), now: z.date() }

/** What the server asks of the thread that ranks. */
export const rankingOrder = z.discriminatedUnion('kind', [
  z.object({
    ...{ ...numbered, kind: z.literal('search'), text: z.string(), page: z.number() },
    newestFirst: z.exactOptional(z.boolean()),
  }),
  z.object({ ...numbered, kind: z.literal('surroundings'), slug: z.string() }),
])
export type RankingOrder = z.output<typeof rankingOrder>

const surroundings = z.object({
  rail: z.object({
    places: z.array(
      z.object({
        slug: z.string(),
        reason: z.union([z.string(), z.undefined()]),
        sameText: z.array(z.string()),
      }),
    ),
    ownText: z.array(z.string()),
  }),
  story: z.array(z.object({ slug: z.string(), sentenceId: z.string(), text: z.string() })),
})

const readReport = z.object({
  tags: z.exactOptional(z.array(z.string())),
  validUntil: z.exactOptional(z.date()),
})

/** What it answers. */
export const rankingReport = z.discriminatedUnion('state', [
  /** It has loaded its program. */
  z.object({ state: z.literal('ready') }),
  z.object({ state: z.literal('found'), id: z.number(), outcome: searchOutcome }),
  z.object({
    state: z.literal('ranked'),
    id: z.number(),
    surroundings,
    reports: z.array(readReport),
  }),
  /** There is no such page of results, or no such article. */
  z.object({ state: z.literal('missing'), id: z.number() }),
  z.object({ state: z.literal('failed'), id: z.number(), message: z.string() }),
])
export type RankingReport = z.output<typeof rankingReport>

export const workerOptions = z.object({ contentDir: z.string(), dataDir: z.string() })
