import type { Metadata } from 'next'
import { Latest } from '@/app/_lists/latest'
import { SearchForm } from '@/components/search/search-form'
import { MessagePage } from '@/components/site/message-page'
import { readSite } from '@/lib/archive/read/pages'
import { wordsOf } from '@/lib/words/words'

export function generateMetadata(): Metadata {
  return { title: wordsOf(readSite()).missing.title, robots: { index: false } }
}

/** The body of every 404, which the front asks for; Next's own would be an empty shell that only script fills. */
export default function NotFoundPage() {
  const site = readSite()
  const words = wordsOf(site)
  return (
    <>
      <MessagePage title={words.missing.title} site={site}>
        <p>{words.missing.text}</p>
        <SearchForm name={words.search.archive} size="large" site={site} />
      </MessagePage>
      <Latest />
    </>
  )
}
