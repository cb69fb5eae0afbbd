import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { decodeSegment } from '@/app/_lists/decode-segment'
import { DraftNote } from '@/components/editors/draft-note'
import { draftProblems } from '@/lib/archive/read/draft-problems'
import { readSite } from '@/lib/archive/read/pages'
import { findDraft } from '@/lib/archive/read/read-draft'
import { readSection, type SectionQuery } from '@/lib/comments/read-section'
import { now } from '@/lib/site/clock'
import { isDevelopment } from '@/lib/site/env'
import ArticleRoute, { generateMetadata as readHead } from '../../../articles/[slug]/page'
import { showArticle } from '../../../articles/[slug]/show-article'

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<SectionQuery> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const draft = findDraft(decodeSegment((await params).slug))
  return draft?.ok ? { title: draft.article.title } : readHead({ params })
}

/**
 * In development, what stands at an article's address: the file as it was saved last, published or not, under what is
 * wrong with it. The server asks for this page in place of the article's.
 */
export default async function DraftRoute(props: Props) {
  if (!isDevelopment()) notFound()
  const at = now()
  const draft = findDraft(decodeSegment((await props.params).slug))
  if (draft === undefined) return ArticleRoute(props)
  const problems = draftProblems(draft.ok ? draft.article.path : draft.path, at)
  const site = readSite()
  if (!draft.ok) return <DraftNote draft={draft} problems={problems} site={site} />
  const section = await readSection(draft.article, await props.searchParams, site.comments, at)
  if (section === undefined) notFound()
  return (
    <>
      <DraftNote draft={draft} problems={problems} site={site} />
      {await showArticle({ ...draft, section, now: at })}
    </>
  )
}
