import nodePath from 'node:path'
import { checkArticle } from '@/lib/check/check-article'
import { readText } from '@/lib/check/check-text'
import { readContentFile } from '@/lib/content/read-content-file'
import type { Problem } from '@/lib/front-matter/problem'
import { clashProblems } from '../claims'
import { knownArchive } from '../known-archive'
import { type Archive, theArchive } from '../open'
import { readSite } from './pages'

/** All that `content:check` would say of one article's file as it is on disk, for the page that previews the draft. */
export function draftProblems(path: string, now: Date, archive: Archive = theArchive()): Problem[] {
  const { rows, contentDir } = archive
  const read = readContentFile({ path, absolute: nodePath.join(contentDir, path) })
  if (!read.ok) return [read.problem]
  const site = readSite(archive)
  const { problems, text } = readText({ kind: 'article', path, bytes: read.bytes, site, now })
  const known = knownArchive(rows, contentDir)
  return [
    ...problems,
    ...clashProblems(rows, path, text?.aliases ?? [], known.placeOf),
    ...(text ? checkArticle(text, known, now) : []),
  ]
}
