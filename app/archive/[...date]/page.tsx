import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ArchivePage, ArchiveWay } from '@/components/lists/archive-page'
import { StoryList } from '@/components/lists/story-list'
import { countSpan, readSpan } from '@/lib/archive/read/by-date'
import { findPictures } from '@/lib/archive/read/files/pictures'
import { readSite } from '@/lib/archive/read/pages'
import { readTranslations } from '@/lib/archive/read/translations'
import { type ArchiveDate, readArchiveDate } from '@/lib/article/archive-date'
import { readCommentCounts } from '@/lib/comments/read-for-pages'
import { pageMetadata } from '@/lib/share/page-metadata'
import { now } from '@/lib/site/clock'
import { archivePath } from '@/lib/site/routes'
import type { Site } from '@/lib/site/site'
import { counted, wordsOf } from '@/lib/words/words'
import { archiveName, readParts } from '../read-archive'

type Props = { params: Promise<{ date: string[] }> }

/** More than any paper prints in a day; a page of more would be of use to nobody. */
const MOST = 300

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const site = readSite()
  const date = readArchiveDate((await params).date, site.timeZone)
  if (!date) return {}
  return pageMetadata({ site, title: archiveName(date, site), path: archivePath(date.text) })
}

export default async function ArchiveDateRoute({ params }: Props) {
  const site = readSite()
  const at = now()
  const date = readArchiveDate((await params).date, site.timeZone)
  const count = date && countSpan(date, at)
  if (!date || !count) notFound()
  const above = waysAbove(date, site)
  if (date.unit !== 'day') {
    const groups = [{ parts: readParts(date, site, at) }]
    return <ArchivePage title={archiveName(date, site)} above={above} groups={groups} site={site} />
  }
  const stories = readSpan(date, MOST, at)
  return (
    <>
      <ArchiveWay above={above} site={site} />
      <StoryList
        title={archiveName(date, site)}
        note={counted(wordsOf(site).lists.stories, count, site)}
        stories={stories}
        site={site}
        images={findPictures(stories)}
        comments={await readCommentCounts(stories)}
        translations={readTranslations(stories, at)}
      />
    </>
  )
}

function waysAbove({ text }: ArchiveDate, site: Site) {
  const parts = text.split('-')
  const longer = parts.slice(0, -1).flatMap((_, i) => {
    const date = readArchiveDate(parts.slice(0, i + 1), site.timeZone)
    return date ? [{ name: archiveName(date, site), path: archivePath(date.text) }] : []
  })
  return [{ name: wordsOf(site).archive.title, path: archivePath() }, ...longer]
}
