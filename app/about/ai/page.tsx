import type { Metadata } from 'next'
import { AboutAi } from '@/components/insight/about-ai'
import { aboutAiPath } from '@/lib/routes'

export const metadata: Metadata = {
  title: 'How the automatic features work',
  description: 'How key points, answers and the story so far are chosen, and what they never do.',
  alternates: { canonical: aboutAiPath() },
}

export default function AboutAiRoute() {
  return <AboutAi />
}
