import type { Site } from '@/lib/site/site'
import { type Paper, wordsOf } from '@/lib/words/words'
import { slugify } from './slug'

/** What an article is, as newspapers tell their readers: https://thetrustproject.org/trust-indicators/ names most of them. */
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

/** What a note at an article's foot is; without one a correction. */
export const CORRECTION_KINDS = ['correction', 'clarification', 'update', 'note'] as const

/** What most papers call their sections of opinion, besides what the paper's own language calls opinion and editorial. */
const OPINION = ['Opinion', 'Editorial', 'Comment']

function opinionNames(site: Paper): string[] {
  const { opinion, editorial } = wordsOf(site).article.kinds
  return [...OPINION, opinion, editorial]
}

type Told = { kind?: Kind; section?: string }

/** What an article is: as its front matter says, or else as its section does (`opinion` of site.yaml). */
export function kindOf({ kind, section }: Told, site: Pick<Site, 'opinion'> & Paper): Kind {
  if (kind !== undefined) return kind
  const names = site.opinion ?? opinionNames(site)
  const isOpinion =
    section !== undefined && names.some((name) => slugify(name) === slugify(section))
  return isOpinion ? 'opinion' : 'news'
}

/** Says one person's view, who is named wherever the article is. */
export const isPersonal = (kind: Kind): boolean =>
  kind === 'opinion' || kind === 'analysis' || kind === 'review'
