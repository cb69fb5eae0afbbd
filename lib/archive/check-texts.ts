import * as z from 'zod'
import { checkArticle } from '@/lib/check/check-article'
import { nextChange } from '@/lib/check/check-dates'
import { type Known, noting } from '@/lib/check/known'
import { pathOf } from '@/lib/content/file-kind'
import type { Problem } from '@/lib/front-matter/problem'
import { type Beside, checkSetting, isCheckedSetting } from './check-settings'
import { readCheckedText, recheckAll, storeTargets } from './checked-texts'
import { clashProblems } from './claims'
import { knownArchive } from './known-archive'
import { usesTags } from './known-names'
import type { Statements } from './statements'
import { storeProblems } from './write/problems'

/** Texts checked in one transaction: few, so that an edit never waits long. */
export const PORTION = 200

const marked = z.object({ dir: z.string(), name: z.string() })
const meta = z.object({ value: z.string() })

export type CheckedPortion = { found: Problem[]; hasMore: boolean }

/**
 * Checks texts against the rest of the content: those that changed, those that link to something that appeared or vanished,
 * and those with a date that has passed. This slows neither pages nor the first index, since it runs after readers can see
 * the texts.
 */
export function checkTexts(rows: Statements, contentDir: string, now: Date): CheckedPortion {
  return rows.transaction(() => {
    recheckIfTagsCame(rows)
    const sql = 'SELECT dir, name FROM files WHERE recheck <= :now LIMIT :limit'
    const due = rows.all(marked, sql, { now: now.getTime(), limit: PORTION })
    if (due.length === 0) return { found: [], hasMore: false }
    const known = knownArchive(rows, contentDir)
    const found = due.flatMap((each) => checkText(rows, known, each, now))
    return { found, hasMore: due.length === PORTION }
  })
}

function checkText(rows: Statements, known: Known, file: z.output<typeof marked>, now: Date) {
  const path = pathOf(file)
  const targets = new Set<string>()
  const note = (target: string) => targets.add(target)
  const beside = { known: noting(known, note), note, now }
  const { problems, next } = isCheckedSetting(path)
    ? checkSetting(rows, path, beside)
    : checkStoredText(rows, path, beside)
  storeTargets(rows, path, targets)
  rows.run(CHECKED, { ...file, recheck: next?.getTime() ?? null })
  return storeProblems(rows, 'text', path, problems)
}

function checkStoredText(rows: Statements, path: string, { known, now }: Beside) {
  const text = readCheckedText(rows, path)
  const problems = [
    ...clashProblems(rows, path, text?.aliases ?? [], known.placeOf),
    ...(text ? checkArticle(text, known, now) : []),
  ]
  return { problems, next: text?.dates && nextChange(text.dates, now) }
}

const CHECKED = 'UPDATE files SET recheck = :recheck WHERE dir = :dir AND name = :name'

/**
 * A missing tag is worth a warning only where other articles have tags: when the first appears or the last vanishes, all
 * texts must be checked again.
 */
function recheckIfTagsCame(rows: Statements): void {
  const value = usesTags(rows) ? '1' : '0'
  const before = rows.one(meta, "SELECT value FROM meta WHERE key = 'usesTags'")?.value
  if (before === value) return
  rows.run("INSERT OR REPLACE INTO meta (key, value) VALUES ('usesTags', :value)", { value })
  if (before !== undefined) recheckAll(rows)
}
