import type { Site } from '@/lib/site/site'
import { slugify } from './slug'

/**
 * The kinds of article that newspapers label for their readers; https://thetrustproject.org/trust-indicators/ names most of
 * them.
 */
export const KINDS = [
  'news',
  'analysis',
  'opinion',
  'editorial',
  'review',
  'interview',
  'explainer',
  'obituary',
  'sponsored',
] as const
export type Kind = (typeof KINDS)[number]

/** The kinds of note at the foot of an article; the default is a correction. */
export const CORRECTION_KINDS = ['correction', 'clarification', 'update', 'note'] as const

/** What most papers call their opinion sections. */
const OPINION = ['Opinion', 'Editorial', 'Comment']

type Told = { kind?: Kind; section?: string }

/** The kind of an article: from its front matter, or else from its section (`opinion` of site.yaml). */
export function kindOf(
  { kind, section }: Told,
  { opinion = OPINION }: Pick<Site, 'opinion'>,
): Kind {
  if (kind !== undefined) return kind
  const isOpinion =
    section !== undefined && opinion.some((name) => slugify(name) === slugify(section))
  return isOpinion ? 'opinion' : 'news'
}

/** Whether such an article gives one person's view; the author is then named wherever the article appears. */
export const isPersonal = (kind: Kind): boolean =>
  kind === 'opinion' || kind === 'analysis' || kind === 'review'
