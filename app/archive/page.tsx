import { ArchivePage } from '@/components/lists/archive-page'
import { readSite } from '@/lib/archive/read/pages'
import { pageMetadata } from '@/lib/share/page-metadata'
import { now } from '@/lib/site/clock'
import { archivePath } from '@/lib/site/routes'
import { wordsOf } from '@/lib/words/words'
import { readYears } from './read-archive'

export function generateMetadata() {
  const site = readSite()
  const { title, about } = wordsOf(site).archive
  return pageMetadata({ site, title, description: about, path: archivePath() })
}

export default function ArchiveRoute() {
  const site = readSite()
  const { title } = wordsOf(site).archive
  return <ArchivePage title={title} groups={readYears(site, now())} site={site} />
}
