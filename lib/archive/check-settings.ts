import * as z from 'zod'
import { checkSettings, nextTurn } from '@/lib/check/check-settings'
import type { Known } from '@/lib/check/known'
import { fileKind } from '@/lib/content/file-kind'
import type { Problem } from '@/lib/front-matter/problem'
import { isSetting, readFrontOrder, readProfiles } from './settings'
import type { Statements } from './statements'
import { readStoredSite } from './write/store-site'

/** What a file is checked against; `note` receives each target that the result depends on. */
export type Beside = { known: Known; note: (target: string) => void; now: Date }

type Looked = { problems: Problem[]; next: Date | undefined }

/** Whether a file has no text, but names things that must be checked against the rest of the content. */
export const isCheckedSetting = (path: string): boolean => {
  const kind = fileKind(path)
  return kind === 'site' || isSetting(kind)
}

/**
 * What is wrong with one YAML file of the folder's root in relation to the rest of the content, and when that may change.
 */
export function checkSetting(rows: Statements, path: string, { known, note, now }: Beside): Looked {
  if (!isRight(rows, path)) return { problems: [], next: undefined }
  const kind = fileKind(path)
  const front = kind === 'front' ? readFrontOrder(rows) : undefined
  // The sections in front.yaml must be sections of site.yaml.
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

/**
 * False for a file that now has an error: the archive still holds its previous content, which content:check can't know and
 * doesn't check.
 */
function isRight(rows: Statements, name: string): boolean {
  const sql = "SELECT refused = 0 AS right FROM files WHERE dir = '' AND name = :name"
  return rows.one(found, sql, { name })?.right === 1
}
