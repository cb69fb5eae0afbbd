import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { FrontPage } from '@/components/front-page'
import { Pagination } from '@/components/pagination'
import { VisuallyHidden } from '@/components/visually-hidden'
import { readFrontPage } from '@/lib/archive/lists'
import { readSite } from '@/lib/archive/pages'
import { findPictures } from '@/lib/archive/pictures'
import { now } from '@/lib/clock'
import { frontPagePath } from '@/lib/routes'

export const metadata: Metadata = { alternates: { canonical: frontPagePath() } }

export default function Front() {
  const site = readSite()
  const list = readFrontPage(1, now())
  if (!list) notFound()
  return (
    <>
      <VisuallyHidden as="h1">{site.name}: front page</VisuallyHidden>
      <FrontPage stories={list.articles} site={site} images={findPictures(list.articles)} />
      <Pagination page={list.page} pages={list.pages} path={frontPagePath} />
    </>
  )
}
