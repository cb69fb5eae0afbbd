import { notFound } from 'next/navigation'
import { DraftList } from '@/components/editors/draft-list'
import { theArchive } from '@/lib/archive/open'
import { readProblems } from '@/lib/archive/problems'
import { readUnpublished } from '@/lib/archive/unpublished'
import { now } from '@/lib/clock'
import { isDevelopment } from '@/lib/env'
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
