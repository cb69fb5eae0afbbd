import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PlainPageView } from '@/components/plain-page'
import { findPlainPage, readSite } from '@/lib/archive/pages'
import { picturesOf } from '@/lib/archive/pictures'
import { renderBody } from '@/lib/article/render-body'
import { plainPagePath } from '@/lib/routes'
import { pageMetadata } from '@/lib/share/page-metadata'

type Props = { params: Promise<{ slug: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const page = findPlainPage((await params).slug)
  if (!page) return {}
  return pageMetadata({
    site: readSite(),
    title: page.title,
    description: page.description,
    path: plainPagePath(page.slug),
  })
}

export default async function PlainPageRoute({ params }: Props) {
  const page = findPlainPage((await params).slug)
  if (!page) notFound()
  const { html } = renderBody(page.body, picturesOf(page))
  return (
    <PlainPageView
      title={page.title}
      description={page.description}
      lang={page.lang ?? readSite().lang}
      html={html}
    />
  )
}
