import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { SearchPage } from '@/components/search/search-page'
import { readSite } from '@/lib/archive/read/pages'
import { askSearch } from '@/lib/ranking/search-desk'
import { partsOf } from '@/lib/search/change-query'
import { parseQuery } from '@/lib/search/parse-query'
import { formatQuery, isEmptyQuery } from '@/lib/search/query'
import { now } from '@/lib/site/clock'
import { parsePageNumber } from '@/lib/site/page-number'
import { searchPath } from '@/lib/site/routes'
import { showFound } from './show-found'

type Parameter = string | string[] | undefined
type Props = { searchParams: Promise<{ q?: Parameter; page?: Parameter }> }

const BUSY = 'Too many are searching just now. Please try again in a moment.'
const NO_WORDS = 'There is no word in this to look for.'

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
  if (page === undefined) notFound()
  if (isEmptyQuery(query)) {
    return <SearchPage query="" site={site} {...(text.trim() !== '' && { notice: NO_WORDS })} />
  }
  const shown = formatQuery(query)
  const at = now()
  const answer = await askSearch({ text: shown, page, now: at })
  if (answer.state === 'missing') notFound()
  const narrowed = partsOf(query).map(({ text, rest }) => ({
    text,
    path: searchPath(formatQuery(rest)),
  }))
  if (answer.state === 'busy') {
    return <SearchPage query={shown} narrowed={narrowed} notice={BUSY} site={site} />
  }
  return (
    <SearchPage
      query={shown}
      narrowed={narrowed}
      found={showFound(answer.outcome, query, { now: at, lang: site.lang })}
      site={site}
    />
  )
}
