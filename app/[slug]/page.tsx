import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PlainPageView } from '@/components/plain-page'
import { findPlainPage, readSite } from '@/lib/archive/pages'
import { imagesOf } from '@/lib/archive/pictures'
import { renderBody } from '@/lib/article/render-body'
import { plainPagePath } from '@/lib/routes'

type Props = { params: Promise<{ slug: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const page = findPlainPage((await params).slug)
  if (!page) return {}
  return {
    title: page.title,
    description: page.description ?? null,
    alternates: { canonical: plainPagePath(page.slug) },
  }
}

export default async function PlainPageRoute({ params }: Props) {
  const page = findPlainPage((await params).slug)
  if (!page) notFound()
  const { html } = renderBody(page.body, imagesOf(page))
  return (
    <PlainPageView
      title={page.title}
      description={page.description}
      lang={page.lang ?? readSite().lang}
      html={html}
    />
  )
}
