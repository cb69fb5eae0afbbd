import type { Metadata } from 'next'
import { MessagePage } from '@/components/site/message-page'
import { en } from '@/lib/words/en'

export const metadata: Metadata = { title: 'Page not found', robots: { index: false } }

/** The body of every 404, which the front asks for; Next's own would be an empty shell that only script fills. */
export default function NotFoundPage() {
  return (
    <MessagePage title={en.missing.title}>
      <p>
        The address may be mistyped, or the story may have been taken down. Articles that move keep
        their old address, so a link that used to work here still should.
      </p>
    </MessagePage>
  )
}
