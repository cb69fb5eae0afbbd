import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { FileProblems } from '@/components/editors/file-problems'
import { StatusPage } from '@/components/editors/status-page'
import { MessagePage } from '@/components/site/message-page'
import { readSite } from '@/lib/archive/read/pages'
import { findDraft } from '@/lib/archive/read/read-draft'
import { readSection } from '@/lib/comments/read-section'
import { askEditorView } from '@/lib/publish/view'
import { now } from '@/lib/site/clock'
import { headOf } from '../../../articles/[slug]/head'
import { showArticle } from '../../../articles/[slug]/show-article'

type Props = { params: Promise<{ token: string }> }

/** A view is handed over once; the page and its head ask for it in turn. */
const viewOf = cache(askEditorView.ask)

const HIDDEN = { index: false, follow: false } as const

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const view = viewOf((await params).token)
  if (view?.kind === 'status') return { title: 'Status', robots: HIDDEN }
  if (view?.kind !== 'preview') return { title: view?.title ?? '', robots: HIDDEN }
  const draft = findDraft(view.slug)
  if (!draft?.ok) return { title: 'Preview', robots: HIDDEN }
  return { ...(await headOf(draft, now())), robots: HIDDEN }
}

/** What the server answers editors with: nobody outside knows a token. */
export default async function EditorViewRoute({ params }: Props) {
  const view = viewOf((await params).token)
  if (view === undefined) notFound()
  if (view.kind === 'status') return <StatusPage status={view.status} site={readSite()} />
  if (view.kind === 'message') {
    return (
      <MessagePage title={view.title} site={readSite()}>
        <p>{view.text}</p>
      </MessagePage>
    )
  }
  const at = now()
  const draft = findDraft(view.slug)
  if (draft === undefined) notFound()
  if (!draft.ok) {
    return (
      <MessagePage title="This file can’t be shown yet" site={readSite()}>
        <FileProblems {...draft} />
      </MessagePage>
    )
  }
  const section = await readSection(draft.article, {}, readSite().comments, at)
  if (section === undefined) notFound()
  return showArticle({ ...draft, section, now: at, imagesBefore: view.images })
}
