import type { Metadata } from 'next'
import { PageTitle } from '@/components/page-title'
import { TagIndex } from '@/components/tag-index'
import { readNames } from '@/lib/archive/lists'
import { readSite } from '@/lib/archive/pages'
import { now } from '@/lib/clock'
import { tagsPath } from '@/lib/routes'

export const metadata: Metadata = {
  title: 'Tags',
  description: 'Every tag, by letter.',
  alternates: { canonical: tagsPath() },
}

export default function Tags() {
  const tags = readNames('tag', now())
  return (
    <>
      <PageTitle
        title="Tags"
        note={tags.length === 0 ? 'No story carries a tag yet.' : `${tags.length} in use`}
      />
      <TagIndex tags={tags} lang={readSite().lang} />
    </>
  )
}
