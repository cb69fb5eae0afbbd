import type { Metadata } from 'next'
import { notFound, permanentRedirect } from 'next/navigation'
import { Pagination } from '@/components/lists/pagination'
import { StoryList } from '@/components/lists/story-list'
import { findPictures } from '@/lib/archive/read/files/pictures'
import { readFrontPage } from '@/lib/archive/read/lists'
import { readSite } from '@/lib/archive/read/pages'
import { findPortraits } from '@/lib/archive/read/profiles'
import { readTranslations } from '@/lib/archive/read/translations'
import { readCommentCounts } from '@/lib/comments/read-for-pages'
import { pageMetadata } from '@/lib/share/page-metadata'
import { now } from '@/lib/site/clock'
import { parsePageNumber } from '@/lib/site/page-number'
import { frontPagePath } from '@/lib/site/routes'
import { fill, numeral, wordsOf } from '@/lib/words/words'

type Props = { params: Promise<{ number: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const page = parsePageNumber((await params).number) ?? 1
  const site = readSite()
  const title = fill(wordsOf(site).front.page, { page: numeral(page, site) })
  return pageMetadata({ site, title, path: frontPagePath(page) })
}

export default async function OlderStories({ params }: Props) {
  const page = parsePageNumber((await params).number)
  if (page === 1) permanentRedirect(frontPagePath())
  const list = page && readFrontPage(page, now())
  if (!list) notFound()
  const site = readSite()
  const words = wordsOf(site).lists
  return (
    <StoryList
      title={words.earlier}
      note={fill(words.page, {
        page: numeral(list.page, site),
        pages: numeral(list.pages, site),
      })}
      stories={list.articles}
      site={site}
      images={findPictures(list.articles)}
      portraits={findPortraits(list.articles, site)}
      comments={await readCommentCounts(list.articles)}
      translations={readTranslations(list.articles, now())}
    >
      <Pagination page={list.page} pages={list.pages} path={frontPagePath} site={site} />
    </StoryList>
  )
}
