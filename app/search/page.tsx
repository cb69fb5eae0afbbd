import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Latest } from '@/app/_lists/latest'
import { SearchPage } from '@/components/search/search-page'
import { readLists } from '@/lib/archive/read/list-counts'
import { readSite } from '@/lib/archive/read/pages'
import { searchTask } from '@/lib/ranking/tasks'
import { reportBusy } from '@/lib/running/report'
import { partsOf } from '@/lib/search/change-query'
import { narrowQuery, readNarrowing } from '@/lib/search/narrowing'
import { parseQuery } from '@/lib/search/parse-query'
import { formatQuery, isEmptyQuery } from '@/lib/search/query'
import { now } from '@/lib/site/clock'
import { parsePageNumber } from '@/lib/site/page-number'
import { searchPath } from '@/lib/site/routes'
import { fill, wordsOf } from '@/lib/words/words'
import { showFound } from './show-found'

type Parameter = string | string[] | undefined
type Props = { searchParams: Promise<Record<string, Parameter>> }

async function read({ searchParams }: Props) {
  const asked = await searchParams
  const text = [asked.q].flat()[0] ?? ''
  return {
    ...{ text, query: parseQuery(text), page: parsePageNumber(asked.page) },
    narrowing: readNarrowing(asked),
  }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { query, page = 1, narrowing } = await read(props)
  const text = formatQuery(query)
  const words = wordsOf(readSite()).search
  return {
    title: text === '' ? words.title : fill(words.titleOf, { query: text }),
    robots: { index: false, follow: true },
    alternates: { canonical: searchPath(text, page, narrowing) },
  }
}

export default async function SearchRoute(props: Props) {
  const { text, query, page, narrowing } = await read(props)
  const site = readSite()
  const words = wordsOf(site).search
  if (page === undefined) notFound()
  const at = now()
  const sections = readLists('section', at)
  const shown = formatQuery(query)
  const asked = narrowQuery(query, narrowing, { sections, now: at, timeZone: site.timeZone })
  const form = { query: shown, narrowing, sections, site }
  if (isEmptyQuery(asked)) {
    return (
      <SearchPage {...form} query="" {...(text.trim() !== '' && { notice: words.noWords })}>
        <Latest />
      </SearchPage>
    )
  }
  const answer = await searchTask.ask({
    ...{ text: formatQuery(asked), page, now: at },
    newestFirst: narrowing.order === 'new',
  })
  if (answer.state === 'missing') notFound()
  const narrowed = partsOf(query).map(({ text, rest }) => ({
    text,
    path: searchPath(formatQuery(rest), 1, narrowing),
  }))
  if (answer.state === 'busy') {
    reportBusy()
    return <SearchPage {...form} narrowed={narrowed} notice={words.busy} />
  }
  const found = showFound(answer.found, query, { now: at, lang: site.lang, narrowing })
  return (
    <SearchPage {...form} narrowed={narrowed} found={found}>
      {found.total === 0 && <Latest />}
    </SearchPage>
  )
}
