import type { Metadata } from 'next'
import { LatestStories } from '@/components/lists/latest-stories'
import { SearchForm } from '@/components/search/search-form'
import { MessagePage } from '@/components/site/message-page'
import { readNewest } from '@/lib/archive/read/lists'
import { readSite } from '@/lib/archive/read/pages'
import { findPictures } from '@/lib/archive/read/pictures'
import { now } from '@/lib/site/clock'
import { wordsOf } from '@/lib/words/words'

/** An even number fills the two columns. */
const LATEST = 6

export function generateMetadata(): Metadata {
  return { title: wordsOf(readSite()).missing.title, robots: { index: false } }
}

/** The body of every 404, which the front asks for; Next's own would be an empty shell that only script fills. */
export default function NotFoundPage() {
  const site = readSite()
  const words = wordsOf(site)
  const stories = readNewest({ limit: LATEST }, now())
  return (
    <>
      <MessagePage title={words.missing.title} site={site}>
        <p>{words.missing.text}</p>
        <SearchForm name={words.search.archive} size="large" site={site} />
      </MessagePage>
      <LatestStories stories={stories} site={site} images={findPictures(stories)} />
    </>
  )
}
