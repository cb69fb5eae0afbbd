import type { Metadata } from 'next'
import { MessagePage } from '@/components/site/message-page'

export const metadata: Metadata = { title: 'Something went wrong', robots: { index: false } }

/** The body of every 500, which the front asks for. */
export default function FailurePage() {
  return (
    <MessagePage title="Something went wrong here">
      <p>The fault is ours, not yours, and it has been recorded. Please try again in a moment.</p>
    </MessagePage>
  )
}
