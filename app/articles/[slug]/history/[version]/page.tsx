import type { Metadata } from 'next'
import { notFound, permanentRedirect } from 'next/navigation'
import { decodeSegment } from '@/app/_lists/decode-segment'
import { NoHistory } from '@/components/history/no-history'
import { VersionPage } from '@/components/history/version-page'
import { findArticle } from '@/lib/archive/read/articles'
import { readSite } from '@/lib/archive/read/pages'
import { findVersion } from '@/lib/history/find-history'
import { now } from '@/lib/site/clock'
import { articleVersionPath } from '@/lib/site/routes'
import { fill, wordsOf } from '@/lib/words/words'

type Props = { params: Promise<{ slug: string; version: string }> }

/** The article itself is what a search should find, not each of its earlier texts. */
const NOT_INDEXED = { index: false, follow: true }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = findArticle(decodeSegment((await params).slug), now())
  if (found?.state !== 'live') return {}
  const words = wordsOf(readSite()).history
  return { title: fill(words.versionOf, { title: found.article.title }), robots: NOT_INDEXED }
}

export default async function VersionRoute({ params }: Props) {
  const at = now()
  const { slug, version } = await params
  const found = findArticle(decodeSegment(slug), at)
  if (found?.state === 'moved') permanentRedirect(articleVersionPath(found.slug, version))
  if (found?.state !== 'live') notFound()
  const { article } = found
  const site = readSite()
  const shown = await findVersion(article, version, at)
  if (shown === undefined) notFound()
  if (shown.state === 'unavailable') return <NoHistory reason={shown.reason} site={site} />
  return <VersionPage slug={article.slug} lang={article.lang} site={site} {...shown} />
}
