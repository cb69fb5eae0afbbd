import path from 'node:path'
import * as z from 'zod'
import { reportCacheTags } from '@/lib/running/report'
import { mediaTag } from '../../cache-tags'
import { type Archive, theArchive } from '../../open'

export type Media = {
  /** Absolute path. */
  path: string
  /** Path below the content folder. */
  name: string
  width: number
  height: number
  type: string
  bytes: number
  /** A hash of its content. */
  hash: string
  /** False for an animation. */
  isStill: boolean
}

const stored = z.object({
  path: z.string(),
  width: z.number(),
  height: z.number(),
  type: z.string(),
  bytes: z.number(),
  hash: z.string(),
  still: z.number(),
})

/**
 * The image that `src` names: a path below content/media (`harbour.jpg`, `media/harbour.jpg`), or below content/articles
 * for an image beside an article (`articles/2025/harbour.jpg`). It is looked up, never joined to a path; the `path`
 * returned is absolute.
 */
export function findMedia(src: string, archive: Archive = theArchive()): Media | undefined {
  const asked = src.normalize('NFC').replace(/^\//, '')
  reportCacheTags(mediaTag(asked))
  const row = archive.rows.one(
    stored,
    `SELECT path, width, height, type, bytes, hash, still FROM media WHERE path IN (:asked, 'media/' || :asked)
     ORDER BY path = :asked LIMIT 1`,
    { asked },
  )
  if (row === undefined) return undefined
  const { still, path: name, ...facts } = row
  return { ...facts, name, isStill: still === 1, path: path.join(archive.contentDir, name) }
}
