import type { Metadata } from 'next'
import { notFound, permanentRedirect } from 'next/navigation'
import { decodeSegment } from '@/app/_lists/decode-segment'
import { Latest } from '@/app/_lists/latest'
import { WithdrawnPage } from '@/components/article/withdrawn-page'
import { findArticle } from '@/lib/archive/read/articles'
import { readSite } from '@/lib/archive/read/pages'
import { readSection, type SectionQuery } from '@/lib/comments/read-section'
import { askSurroundings } from '@/lib/ranking/tasks'
import { reportStatus } from '@/lib/running/report'
import { now } from '@/lib/site/clock'
import { articlePath } from '@/lib/site/routes'
import { wordsOf } from '@/lib/words/words'
import { headOf } from './head'
import { showArticle } from './show-article'

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<SectionQuery> }

export async function generateMetadata({ params }: Pick<Props, 'params'>): Promise<Metadata> {
  const at = now()
  const found = findArticle(decodeSegment((await params).slug), at)
  if (found?.state === 'withdrawn')
    return { title: wordsOf(readSite()).article.withdrawn, robots: { index: false } }
  if (found?.state !== 'live') return {}
  return headOf(found, at)
}

export default async function ArticleRoute({ params, searchParams }: Props) {
  const at = now()
  const found = findArticle(decodeSegment((await params).slug), at)
  if (!found) notFound()
  if (found.state === 'moved') permanentRedirect(articlePath(found.slug))
  const site = readSite()
  if (found.state === 'withdrawn') {
    reportStatus(410)
    return (
      <>
        <WithdrawnPage title={found.title} withdrawn={found.withdrawn} site={site} />
        <Latest />
      </>
    )
  }
  const ranked = askSurroundings({ slug: found.article.slug, now: at })
  const section = await readSection(found.article, await searchParams, site.comments, at)
  if (section === undefined) notFound()
  return showArticle({ ...found, section, ranked, now: at, isPublished: true })
}
