import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { AnswerPage } from '@/components/comments/answer-page'
import { readSite } from '@/lib/archive/read/pages'
import { readView } from '@/lib/comments/read-for-pages'
import { viewTitle } from '@/lib/comments/view-title'
import { wordsOf } from '@/lib/words/words'

type Props = { params: Promise<{ token: string }> }

/** A view can be taken once, and both the head and the page need it. */
const takeView = cache(readView)

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const view = await takeView((await params).token)
  return { ...(view && { title: viewTitle(view, wordsOf(readSite())) }), robots: { index: false } }
}

/** The body of an answer to a form, which the front asks for; nobody else knows a token. */
export default async function ViewRoute({ params }: Props) {
  const view = await takeView((await params).token)
  if (view === undefined) notFound()
  return <AnswerPage view={view} site={readSite()} />
}
