import * as z from 'zod'
import { type FrontOrder, frontOrder } from '@/lib/article/front-order'
import { jsonText } from '@/lib/article/json-text'
import { type Profile, profile } from '@/lib/article/profile'
import type { SettingKind } from '@/lib/front-matter/parse-setting'
import type { WordOverrides } from '@/lib/words/table'
import type { Statements } from './statements'

/** The YAML files that the archive keeps whole, each as a row of `meta`. */
export const SETTINGS = ['front', 'authors', 'sources', 'words'] as const satisfies SettingKind[]

export const isSetting = (kind: string | undefined): kind is SettingKind =>
  SETTINGS.some((each) => each === kind)

/** `value` is JSON; undefined when the file was removed. */
export function storeSetting(rows: Statements, kind: SettingKind, value: string | undefined): void {
  if (value === undefined) rows.run('DELETE FROM meta WHERE key = :kind', { kind })
  else rows.run('INSERT OR REPLACE INTO meta (key, value) VALUES (:kind, :value)', { kind, value })
}

const stored = z.object({ value: z.string() })

const wordOverrides: z.ZodType<WordOverrides> = z.lazy(() =>
  z.record(z.string(), z.union([z.string(), wordOverrides])),
)

/** Reads a file's row. A page asks several times, and parsing takes longest, so the value of the last text is kept. */
function settingReader<T>(schema: z.ZodType<T>) {
  const column = jsonText(schema)
  let last: { text: string; value: T } | undefined
  return (rows: Statements, kind: SettingKind): T | undefined => {
    const text = rows.one(stored, 'SELECT value FROM meta WHERE key = :kind', { kind })?.value
    if (text === undefined) return undefined
    if (last?.text !== text) last = { text, value: column.parse(text) }
    return last.value
  }
}

const readOwnWords = settingReader(wordOverrides)
const readOrder = settingReader(frontOrder)
const readers = {
  author: settingReader(z.array(profile)),
  source: settingReader(z.array(profile)),
}

/** What front.yaml said when it was last valid. */
export const readFrontOrder = (rows: Statements): FrontOrder =>
  readOrder(rows, 'front') ?? { first: [], bands: {} }

/** What words.yaml said when it was last valid. */
export const readWords = (rows: Statements): WordOverrides | undefined =>
  readOwnWords(rows, 'words')

/** What authors.yaml or sources.yaml said when it was last valid. */
export const readProfiles = (rows: Statements, kind: 'author' | 'source'): readonly Profile[] =>
  readers[kind](rows, `${kind}s`) ?? []
