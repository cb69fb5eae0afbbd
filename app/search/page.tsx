import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { SearchPage } from '@/components/search/search-page'
import { readSite } from '@/lib/archive/read/pages'
import { searchTask } from '@/lib/ranking/tasks'
import { reportBusy } from '@/lib/running/report'
import { partsOf } from '@/lib/search/change-query'
import { parseQuery } from '@/lib/search/parse-query'
import { formatQuery, isEmptyQuery } from '@/lib/search/query'
import { now } from '@/lib/site/clock'
import { parsePageNumber } from '@/lib/site/page-number'
import { searchPath } from '@/lib/site/routes'
import { wordsOf } from '@/lib/words/words'
import { showFound } from './show-found'

type Parameter = string | string[] | undefined
type Props = { searchParams: Promise<{ q?: Parameter; page?: Parameter }> }

async function read({ searchParams }: Props) {
  const { q, page } = await searchParams
  const text = (Array.isArray(q) ? q[0] : q) ?? ''
  return { text, query: parseQuery(text), page: parsePageNumber(page) }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { query, page = 1 } = await read(props)
  const text = formatQuery(query)
  return {
    title: text === '' ? 'Search' : `${text}: search`,
    robots: { index: false, follow: true },
    alternates: { canonical: searchPath(text, page) },
  }
}

export default async function SearchRoute(props: Props) {
  const { text, query, page } = await read(props)
  const site = readSite()
  const words = wordsOf(site).search
  if (page === undefined) notFound()
  if (isEmptyQuery(query)) {
    return (
      <SearchPage query="" site={site} {...(text.trim() !== '' && { notice: words.noWords })} />
    )
  }
  const shown = formatQuery(query)
  const at = now()
  const answer = await searchTask.ask({ text: shown, page, now: at })
  if (answer.state === 'missing') notFound()
  const narrowed = partsOf(query).map(({ text, rest }) => ({
    text,
    path: searchPath(formatQuery(rest)),
  }))
  if (answer.state === 'busy') {
    reportBusy()
    return <SearchPage query={shown} narrowed={narrowed} notice={words.busy} site={site} />
  }
  return (
    <SearchPage
      query={shown}
      narrowed={narrowed}
      found={showFound(answer.found, query, { now: at, lang: site.lang })}
      site={site}
    />
  )
}
