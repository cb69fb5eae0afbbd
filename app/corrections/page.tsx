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

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

const TITLE = 'Corrections and updates'

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const page = parsePageNumber((await searchParams).page)
  const site = readSite()
  return pageMetadata({
    site,
    title: TITLE,
    description: `What ${site.name} has put right or changed after publication.`,
    path: correctionsPath(page),
    feed: { url: correctionsFeedPath('rss'), title: `${site.name}: ${TITLE}` },
  })
}

export default async function CorrectionsRoute({ searchParams }: Props) {
  const page = parsePageNumber((await searchParams).page)
  const shown = page === undefined ? undefined : readCorrections(page, now())
  if (!shown) notFound()
  return (
    <>
      <PageTitle title={TITLE} note={noteOf(shown)} />
      <NoticeList notices={shown.notices} site={readSite()} />
      <Pagination page={shown.page} pages={shown.pages} path={correctionsPath} />
    </>
  )
}

/** Where the history isn't known, nobody can say that nothing changed. */
function noteOf({ notices, unavailable }: CorrectionsPage): string {
  if (unavailable === 'being read') {
    return 'What was put right, newest first. Changes of words are being read at this moment.'
  }
  if (unavailable !== undefined) {
    return 'What was put right, newest first. Which words changed otherwise isn’t known here.'
  }
  return notices.length === 0
    ? 'Nothing has been corrected or changed after publication.'
    : 'What was put right, and every change of words after publication, newest first.'
}
