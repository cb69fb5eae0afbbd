import { z } from 'zod'
import { checkSettings, nextTurn } from '@/lib/check/check-settings'
import type { Known } from '@/lib/check/known'
import { fileKind } from '@/lib/content/file-kind'
import type { Problem } from '@/lib/front-matter/problem'
import { isSetting, readFrontOrder, readProfiles } from './settings'
import type { Statements } from './statements'
import { readStoredSite } from './write/store-site'

/** What a file is looked at beside; `note` hears of everything that the answer depends on. */
export type Beside = { known: Known; note: (target: string) => void; now: Date }

type Looked = { problems: Problem[]; next: Date | undefined }

/** Whether a file says what has to be looked at beside the others, but no text. */
export const isCheckedSetting = (path: string): boolean => {
  const kind = fileKind(path)
  return kind === 'site' || isSetting(kind)
}

/** What is wrong with one YAML file of the folder's root beside everything else, and when that may be something else. */
export function checkSetting(rows: Statements, path: string, { known, note, now }: Beside): Looked {
  if (!isRight(rows, path)) return { problems: [], next: undefined }
  const kind = fileKind(path)
  const front = kind === 'front' ? readFrontOrder(rows) : undefined
  // The sections that it names are those of site.yaml.
  if (front) note(SITE_FILE)
  const site = isRight(rows, SITE_FILE) ? readStoredSite(rows) : undefined
  const problems = checkSettings(
    {
      ...{ front, site: kind === 'site' ? site : undefined },
      authors: kind === 'authors' ? readProfiles(rows, 'author') : undefined,
      sources: kind === 'sources' ? readProfiles(rows, 'source') : undefined,
    },
    { sections: site?.sections, known, now },
  )
  return { problems, next: front && nextTurn(front, known, now) }
}

const SITE_FILE = 'site.yaml'
const found = z.object({ right: z.number() })

/** Of a file that went wrong the archive holds what it said before: content:check can't know that, and says nothing of it. */
function isRight(rows: Statements, name: string): boolean {
  const sql = "SELECT refused = 0 AS right FROM files WHERE dir = '' AND name = :name"
  return rows.one(found, sql, { name })?.right === 1
}
