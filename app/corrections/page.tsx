import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { NoticeList } from '@/components/history/notice-list'
import { Pagination } from '@/components/lists/pagination'
import { PageTitle } from '@/components/site/page-title'
import { readSite } from '@/lib/archive/read/pages'
import { type CorrectionsPage, readCorrections } from '@/lib/history/read-corrections'
import { pageMetadata } from '@/lib/share/page-metadata'
import { now } from '@/lib/site/clock'
import { parsePageNumber } from '@/lib/site/page-number'
import { correctionsFeedPath, correctionsPath } from '@/lib/site/routes'
import { fill, type Words, wordsOf } from '@/lib/words/words'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const page = parsePageNumber((await searchParams).page)
  const site = readSite()
  const words = wordsOf(site).notices
  return pageMetadata({
    site,
    title: words.title,
    description: fill(words.about, { site: site.name }),
    path: correctionsPath(page),
    feed: { url: correctionsFeedPath('rss'), title: `${site.name}: ${words.title}` },
  })
}

export default async function CorrectionsRoute({ searchParams }: Props) {
  const page = parsePageNumber((await searchParams).page)
  const shown = page === undefined ? undefined : readCorrections(page, now())
  if (!shown) notFound()
  const site = readSite()
  const words = wordsOf(site).notices
  return (
    <>
      <PageTitle title={words.title} note={noteOf(shown, words)} />
      <NoticeList notices={shown.notices} site={site} />
      <Pagination page={shown.page} pages={shown.pages} path={correctionsPath} site={site} />
    </>
  )
}

/** Where the history isn't known, nobody can say that nothing changed. */
function noteOf({ notices, unavailable }: CorrectionsPage, words: Words['notices']): string {
  if (unavailable === 'being read') return words.beingRead
  if (unavailable !== undefined) return words.unknown
  return notices.length === 0 ? words.none : words.all
}
