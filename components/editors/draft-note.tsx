import type { Article } from '@/lib/article/article'
import { formatMoment } from '@/lib/article/dates'
import type { Problem } from '@/lib/front-matter/problem'
import type { Site } from '@/lib/site/site'
import styles from './draft-note.module.css'
import { FileProblems } from './file-problems'

/** A file as it was saved last. */
export type ShownDraft = { source: string } & (
  | { ok: true; article: Article; state: 'live' | 'draft' | 'scheduled' | 'expired' | 'withdrawn' }
  | { ok: false; path: string }
)

type Props = { draft: ShownDraft; problems: readonly Problem[]; site: Site }

/** Above an article while it is written: whether readers see it, and what is wrong with it at which line. */
export function DraftNote({ draft, problems, site }: Props) {
  const state = stateOf(draft, site)
  if (state === undefined && problems.length === 0) return null
  const path = draft.ok ? draft.article.path : draft.path
  return (
    <aside className={styles.note} aria-label="For editors" lang="en" dir="ltr">
      {!draft.ok && <h1 className={styles.title}>This file can’t be shown yet</h1>}
      {state && <p className={styles.state}>{state}</p>}
      {problems.length > 0 && (
        <FileProblems path={path} source={draft.source} problems={problems} />
      )}
    </aside>
  )
}

function stateOf(draft: ShownDraft, site: Site): string | undefined {
  if (!draft.ok) return 'Not published: what was live before stays live.'
  const { published, expires } = draft.article
  if (draft.state === 'draft') return 'Draft: readers don’t see it until draft: true is gone.'
  if (draft.state === 'scheduled') {
    return `Scheduled: readers see it from ${formatMoment(published, site).text} on.`
  }
  if (draft.state === 'expired' && expires) {
    return `Expired: readers have not seen it since ${formatMoment(expires, site).text}.`
  }
  return draft.state === 'withdrawn' ? 'Withdrawn: readers see the reason instead.' : undefined
}
