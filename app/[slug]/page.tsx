import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { decodeSegment } from '@/app/_lists/decode-segment'
import { PlainPageView } from '@/components/site/plain-page'
import { picturesOf } from '@/lib/archive/read/files/pictures'
import { findPlainPage, readSite } from '@/lib/archive/read/pages'
import { renderBody } from '@/lib/markdown/render-body'
import { pageMetadata } from '@/lib/share/page-metadata'
import { plainPagePath } from '@/lib/site/routes'

type Props = { params: Promise<{ slug: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const page = findPlainPage(decodeSegment((await params).slug))
  if (!page) return {}
  return pageMetadata({
    site: readSite(),
    title: page.title,
    description: page.description,
    path: plainPagePath(page.slug),
  })
}

export default async function PlainPageRoute({ params }: Props) {
  const page = findPlainPage(decodeSegment((await params).slug))
  if (!page) notFound()
  const { html } = renderBody(page.body, picturesOf(page))
  return <PlainPageView page={page} site={readSite()} html={html} />
}
