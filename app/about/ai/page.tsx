import { AboutAi } from '@/components/insight/about-ai'
import { readSite } from '@/lib/archive/read/pages'
import { pageMetadata } from '@/lib/share/page-metadata'
import { aboutAiPath } from '@/lib/site/routes'

export const generateMetadata = () =>
  pageMetadata({
    site: readSite(),
    title: 'How the automatic features work',
    description: 'How key points, answers and the story so far are chosen, and what they never do.',
    path: aboutAiPath(),
  })

export default function AboutAiRoute() {
  return <AboutAi />
}
