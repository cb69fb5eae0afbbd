import { lstatSync } from 'node:fs'
import path from 'node:path'
import * as z from 'zod'
import { fileKind, isServed, pathOf, splitPath } from '@/lib/content/file-kind'
import { fingerprintOf, sameFingerprint } from '@/lib/content/fingerprint'
import { walkContent } from '@/lib/content/walk-content'
import type { Problem } from '@/lib/front-matter/problem'
import type { Statements } from '../statements'
import type { SeenFile } from './reading'

/** How the folder differs from what the archive has read; no file has been read yet. */
export type Scan = {
  changed: SeenFile[]
  vanished: Set<string>
  problems: Problem[]
  /** Every folder below the content folder that is searched for files. */
  dirs: string[]
}

const known = z.object({
  name: z.string(),
  size: z.number(),
  mtime: z.number(),
  ctime: z.number(),
  hash: z.string(),
})
const folder = z.object({ dir: z.string() })

/** Compares the folder with the archive one directory at a time, so that memory doesn't grow with the archive. */
export function scanContent(rows: Statements, contentDir: string): Scan {
  const scan: Scan = { changed: [], vanished: new Set(), problems: [], dirs: [] }
  const unreadable: string[] = []
  for (const { dir, files, problems, isReadable } of walkContent(contentDir)) {
    scan.problems.push(...problems)
    if (dir === '' || isServed(dir)) scan.dirs.push(dir)
    if (!isReadable) {
      unreadable.push(dir)
      continue
    }
    const before = new Map(knownFiles(rows, dir).map((file) => [file.name, file]))
    for (const file of files) {
      const was = before.get(file.name)
      before.delete(file.name)
      if (was !== undefined && sameFingerprint(was, file)) continue
      scan.changed.push({ dir, ...file, ...(was && { hash: was.hash }) })
    }
    for (const name of before.keys()) scan.vanished.add(pathOf({ dir, name }))
  }
  const walked = new Set(scan.dirs)
  for (const { dir } of rows.all(folder, 'SELECT DISTINCT dir FROM files')) {
    if (walked.has(dir) || unreadable.some((each) => isWithin(dir, each))) continue
    for (const { name } of knownFiles(rows, dir)) scan.vanished.add(pathOf({ dir, name }))
  }
  return scan
}

/**
 * Does the same for these files alone, as far as the archive knows them and they still exist: a hint, handled before the
 * whole folder is compared. New and vanished files wait for the full scan, since only that tells a move from a clash.
 */
export function scanFiles(rows: Statements, contentDir: string, paths: Iterable<string>): Scan {
  const scan: Scan = { changed: [], vanished: new Set(), problems: [], dirs: [] }
  for (const each of paths) {
    const { dir, name } = splitPath(each)
    const kind = fileKind(each)
    const stat = lstatSync(path.join(contentDir, each), { throwIfNoEntry: false })
    const was = rows.one(known, `${KNOWN} AND name = :name`, { dir, name })
    if (kind === undefined || was === undefined || !stat?.isFile()) continue
    const fingerprint = fingerprintOf(stat)
    if (sameFingerprint(was, fingerprint)) continue
    scan.changed.push({ dir, name, kind, ...fingerprint, hash: was.hash })
  }
  return scan
}

const isWithin = (dir: string, folder: string) => `${dir}/`.startsWith(`${folder}/`)

const KNOWN = 'SELECT name, size, mtime, ctime, hash FROM files WHERE dir = :dir'

function knownFiles(rows: Statements, dir: string) {
  return rows.all(known, KNOWN, { dir })
}
