import { notFound } from 'next/navigation'
import { DraftList } from '@/components/editors/draft-list'
import { theArchive } from '@/lib/archive/open'
import { readUnpublished } from '@/lib/archive/read/unpublished'
import { readProblems } from '@/lib/archive/write/problems'
import { now } from '@/lib/site/clock'
import { isDevelopment } from '@/lib/site/env'
import Front from '../../page'

export { generateMetadata } from '../../page'

/** More are on nobody's desk. */
const MOST = 50

/** In development, the front page under what isn't on it yet, and why. */
export default function DraftsRoute() {
  if (!isDevelopment()) notFound()
  return (
    <>
      <DraftList
        stories={readUnpublished(now(), MOST)}
        problems={readProblems(theArchive().rows, MOST)}
      />
      <Front />
    </>
  )
}
