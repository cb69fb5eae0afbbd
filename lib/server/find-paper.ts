import path from 'node:path'
import { readSite } from '@/lib/archive/read/pages'
import { readContentFile } from '@/lib/content/read-content-file'
import { parseSite } from '@/lib/front-matter/parse-site'
import type { Paper } from '@/lib/words/words'

const ENGLISH: Paper = { lang: 'en' }

/** What site.yaml says while there is no archive; English when it can't be read. */
export function readPaper(contentDir: string): Paper {
  const file = 'site.yaml'
  const read = readContentFile({ path: file, absolute: path.join(contentDir, file) })
  const parsed = read.ok ? parseSite({ path: file, bytes: read.bytes }) : undefined
  return parsed?.ok ? parsed.site : ENGLISH
}

/** What the archive says, or `before` when the archive is what failed. */
export function findPaper(before: Paper): Paper {
  try {
    return readSite()
  } catch {
    return before
  }
}
