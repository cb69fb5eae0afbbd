import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { AnswerPage } from '@/components/comments/answer-page'
import { readSite } from '@/lib/archive/pages'
import { readView } from '@/lib/comments/read-for-pages'

export const metadata: Metadata = { title: 'Comments', robots: { index: false } }

type Props = { params: Promise<{ token: string }> }

/** The body of an answer to a form, which the front asks for; nobody else knows a token. */
export default async function ViewRoute({ params }: Props) {
  const view = await readView((await params).token)
  if (view === undefined) notFound()
  return <AnswerPage view={view} site={readSite()} />
}
