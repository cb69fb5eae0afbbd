import type { Site } from '@/lib/site/site'
import { type Paper, wordsOf } from '@/lib/words/words'
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

/** What most papers call their opinion sections, besides what the paper's own language calls opinion and editorial. */
const OPINION = ['Opinion', 'Editorial', 'Comment']

function opinionNames(site: Paper): string[] {
  const { opinion, editorial } = wordsOf(site).article.kinds
  return [...OPINION, opinion, editorial]
}

type Told = { kind?: Kind; section?: string }

/** The kind of an article: from its front matter, or else from its section (`opinion` of site.yaml). */
export function kindOf({ kind, section }: Told, site: Pick<Site, 'opinion'> & Paper): Kind {
  if (kind !== undefined) return kind
  const names = site.opinion ?? opinionNames(site)
  const isOpinion =
    section !== undefined && names.some((name) => slugify(name) === slugify(section))
  return isOpinion ? 'opinion' : 'news'
}

/** Whether such an article gives one person's view; the author is then named wherever the article appears. */
export const isPersonal = (kind: Kind): boolean =>
  kind === 'opinion' || kind === 'analysis' || kind === 'review'
