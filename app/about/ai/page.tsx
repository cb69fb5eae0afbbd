import { AboutAi } from '@/components/insight/about-ai'
import { readSite } from '@/lib/archive/read/pages'
import { modelHost } from '@/lib/model/choose'
import { pageMetadata } from '@/lib/share/page-metadata'
import { aboutAiPath } from '@/lib/site/routes'
import { wordsOf } from '@/lib/words/words'

export function generateMetadata() {
  const site = readSite()
  const { title, about } = wordsOf(site).insight
  return pageMetadata({ site, title, description: about, path: aboutAiPath() })
}

export default function AboutAiRoute() {
  return <AboutAi site={readSite()} model={modelHost.ask('host')} />
}
