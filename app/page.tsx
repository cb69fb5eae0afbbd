import { notFound } from 'next/navigation'
import { FrontPage } from '@/components/front-page'
import { Pagination } from '@/components/pagination'
import { SearchLink } from '@/components/search-link'
import { ShareJsonLd } from '@/components/share-json-ld'
import { VisuallyHidden } from '@/components/visually-hidden'
import { readFrontPage } from '@/lib/archive/read/lists'
import { readSite } from '@/lib/archive/read/pages'
import { findPictures } from '@/lib/archive/read/pictures'
import { readCommentCounts } from '@/lib/comments/read-for-pages'
import { siteJsonLd } from '@/lib/share/json-ld'
import { pageMetadata } from '@/lib/share/page-metadata'
import { now } from '@/lib/site/clock'
import { env } from '@/lib/site/env'
import { frontPagePath } from '@/lib/site/routes'

export const generateMetadata = () => pageMetadata({ site: readSite(), path: frontPagePath() })

export default async function Front() {
  const site = readSite()
  const at = now()
  const list = readFrontPage(1, at)
  if (!list) notFound()
  return (
    <>
      <VisuallyHidden as="h1">{site.name}: front page</VisuallyHidden>
      <FrontPage
        stories={list.articles}
        site={site}
        images={findPictures(list.articles)}
        comments={await readCommentCounts(list.articles)}
      />
      <SearchLink siteName={site.name} />
      <ShareJsonLd json={siteJsonLd(site, env().siteUrl)} />
      <Pagination page={list.page} pages={list.pages} path={frontPagePath} />
    </>
  )
}
