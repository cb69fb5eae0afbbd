import * as z from 'zod'
import { Refusal } from '@/lib/site/refusal'

export const MANIFEST_FILE = 'manifest.json'
export const EXPORT_FILE = 'comments.jsonl'
const DATABASE_FILES = ['comments.sqlite', EXPORT_FILE] as const
export const BACKUP_FILES = [...DATABASE_FILES, 'secret.key'] as const

const FORMAT = 'broadsheet-backup'
const VERSION = 1

const count = z.number().int().nonnegative()
const fileFacts = z.strictObject({ bytes: count, sha256: z.hash('sha256') })
export type FileFacts = z.infer<typeof fileFacts>

const manifest = z.strictObject({
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  made: z.iso.datetime(),
  /** The version of Broadsheet, and the migrations that its database has had. */
  app: z.string(),
  schema: z.array(z.string()),
  comments: count,
  reports: count,
  files: z.partialRecord(z.enum(BACKUP_FILES), fileFacts),
})
export type Manifest = z.infer<typeof manifest>

const head = z.looseObject({ format: z.literal(FORMAT), version: z.number() })

export const writeManifest = (facts: Omit<Manifest, 'format' | 'version'>): string =>
  `${JSON.stringify({ format: FORMAT, version: VERSION, ...facts }, null, 2)}\n`

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Undefined when the text isn't a manifest. Throws a Refusal for a newer kind of manifest. */
export function parseManifest(text: string): Manifest | undefined {
  const parsed = parseJson(text)
  const begun = head.safeParse(parsed)
  if (begun.success && begun.data.version > VERSION) {
    throw new Refusal('This backup was made by a newer Broadsheet. Restore it with that version.')
  }
  return manifest.safeParse(parsed).data
}

/** The file that holds the comments. */
export const databaseFile = ({ files }: Manifest) => DATABASE_FILES.find((name) => name in files)

const counted = (count: number, what: string) => `${count} ${what}${count === 1 ? '' : 's'}`

/** What a backup or a database holds, in words. */
export const heldWords = ({ comments, reports }: Pick<Manifest, 'comments' | 'reports'>) =>
  `${counted(comments, 'comment')} and ${counted(reports, 'reported mistake')}`

/** The version of this code, to compare with a backup's manifest. */
export type ThisVersion = { app: string; schema: readonly string[] }

/** Throws a Refusal for a backup that a later version made. */
export function refuseNewer({ app, schema }: Manifest, here: ThisVersion): void {
  const unknown = schema.filter((name) => !here.schema.includes(name))
  const isNewer = app.localeCompare(here.app, 'en', { numeric: true }) > 0
  if (unknown.length === 0 && !isNewer) return
  const schemaWords = unknown.length === 0 ? '' : `, schema ${unknown.join(', ')}`
  throw new Refusal(
    `This backup was made by Broadsheet ${app}${schemaWords}; this is ${here.app}. ` +
      'Restore it with that version or a later one.',
  )
}
