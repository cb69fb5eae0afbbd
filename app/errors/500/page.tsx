import type { Metadata } from 'next'
import { MessagePage } from '@/components/site/message-page'
import { readSite } from '@/lib/archive/read/pages'
import { wordsOf } from '@/lib/words/words'

export function generateMetadata(): Metadata {
  return { title: wordsOf(readSite()).failure.title, robots: { index: false } }
}

/** The body of every 500, which the front asks for. */
export default function FailurePage() {
  const site = readSite()
  const { title, text } = wordsOf(site).failure
  return (
    <MessagePage title={title} site={site}>
      <p>{text}</p>
    </MessagePage>
  )
}
