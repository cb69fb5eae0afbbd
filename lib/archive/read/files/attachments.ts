import path from 'node:path'
import * as z from 'zod'
import { attachmentKind } from '@/lib/article/attachment-kind'
import { isServed, splitPath } from '@/lib/content/file-kind'
import { reportCacheTags } from '@/lib/running/report'
import { mediaTag } from '../../cache-tags'
import { type Archive, theArchive } from '../../open'

export type Attachment = {
  /** Absolute path. */
  path: string
  /** Path below the content folder. */
  name: string
  type: string
  label: string
  /** Browsers show it by themselves. */
  isShown: boolean
  bytes: number
}

const stored = z.object({ dir: z.string(), name: z.string(), size: z.number() })

/**
 * The file that `src` names, as `findMedia` finds pictures: below content/media, or beside an article. It is looked up,
 * never joined to a path; the `path` returned is absolute.
 */
export function findAttachment(
  src: string,
  archive: Archive = theArchive(),
): Attachment | undefined {
  const asked = src.normalize('NFC').replace(/^\//, '')
  const kind = attachmentKind(asked)
  if (kind === undefined) return undefined
  reportCacheTags(mediaTag(asked))
  const names = [asked, `media/${asked}`].filter((name) => isServed(splitPath(name).dir))
  for (const name of names) {
    const row = archive.rows.one(
      stored,
      'SELECT dir, name, size FROM files WHERE dir = :dir AND name = :name',
      splitPath(name),
    )
    if (row === undefined) continue
    const { type, label, isShown = false } = kind
    return {
      path: path.join(archive.contentDir, name),
      name,
      type,
      label,
      isShown,
      bytes: row.size,
    }
  }
  return undefined
}
