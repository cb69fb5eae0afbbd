import { notFound } from 'next/navigation'
import { ShareJsonLd } from '@/components/article/share-json-ld'
import { Dateline } from '@/components/lists/dateline'
import { FrontPage } from '@/components/lists/front-page'
import { MostDiscussed } from '@/components/lists/most-discussed'
import { Pagination } from '@/components/lists/pagination'
import { SearchLink } from '@/components/search/search-link'
import { VisuallyHidden } from '@/components/site/visually-hidden'
import { findPictures } from '@/lib/archive/read/files/pictures'
import { readFrontPage, readPinnedBands } from '@/lib/archive/read/lists'
import { readSite } from '@/lib/archive/read/pages'
import { findPortraits } from '@/lib/archive/read/profiles'
import { readTranslations } from '@/lib/archive/read/translations'
import { nextMidnight } from '@/lib/article/dates'
import { readCommentCounts } from '@/lib/comments/read-for-pages'
import { planFront } from '@/lib/front/front-plan'
import { reportValidUntil } from '@/lib/running/report'
import { siteJsonLd } from '@/lib/share/json-ld'
import { pageMetadata } from '@/lib/share/page-metadata'
import { now } from '@/lib/site/clock'
import { env } from '@/lib/site/env'
import { frontPagePath } from '@/lib/site/routes'
import { fill, wordsOf } from '@/lib/words/words'

export const generateMetadata = () => pageMetadata({ site: readSite(), path: frontPagePath() })

export default async function Front() {
  const site = readSite()
  const at = now()
  const list = readFrontPage(1, at)
  if (!list) notFound()
  reportValidUntil(nextMidnight(at, site.timeZone))
  const { articles, page, pages } = list
  const images = findPictures(articles)
  const comments = await readCommentCounts(articles)
  const plan = planFront(articles, {
    hasPicture: ({ slug }) => images.has(slug),
    sections: site.sections,
    pinned: readPinnedBands(),
  })
  return (
    <>
      <VisuallyHidden as="h1">
        {fill(wordsOf(site).front.title, { site: site.name })}
      </VisuallyHidden>
      <Dateline now={at} site={site} newest={newestOf(articles)} />
      <FrontPage
        plan={plan}
        site={site}
        images={images}
        comments={comments}
        translations={readTranslations(articles, at)}
        portraits={findPortraits(articles, site)}
      >
        <MostDiscussed stories={articles} comments={comments} site={site} />
      </FrontPage>
      <SearchLink siteName={site.name} />
      <ShareJsonLd json={siteJsonLd(site, env().siteUrl)} />
      <Pagination page={page} pages={pages} path={frontPagePath} site={site} />
    </>
  )
}

const newestOf = <T extends { published: { at: Date } }>(stories: readonly T[]) =>
  stories.toSorted((a, b) => b.published.at.getTime() - a.published.at.getTime())[0]
