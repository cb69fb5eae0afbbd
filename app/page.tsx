import { notFound } from 'next/navigation'
import { FrontPage } from '@/components/front-page'
import { Pagination } from '@/components/pagination'
import { SearchLink } from '@/components/search-link'
import { ShareJsonLd } from '@/components/share-json-ld'
import { VisuallyHidden } from '@/components/visually-hidden'
import { readFrontPage } from '@/lib/archive/lists'
import { readSite } from '@/lib/archive/pages'
import { findPictures } from '@/lib/archive/pictures'
import { now } from '@/lib/clock'
import { readCommentCounts } from '@/lib/comments/read-for-pages'
import { env } from '@/lib/env'
import { frontPagePath } from '@/lib/routes'
import { siteJsonLd } from '@/lib/share/json-ld'
import { pageMetadata } from '@/lib/share/page-metadata'

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
