import * as z from 'zod'
import { COMMENT_STATES, type Comment, HOLD_REASONS } from '../comment'
import { isCommentId } from '../comment-id'
import { textHash } from '../dedupe'
import { nameSkeleton } from '../look-alike'
import { type MistakeReport, REPORT_STATES, REPORTED_FEATURES } from '../mistake-report'
import type { CommentDatabase } from '../store/comment-database'
import { COMMENT_COLUMNS, fromRow, toRow } from '../store/comment-rows'
import type { Outcome, Verdict, Writing } from '../store/engine'
import { readReportsForExport } from '../store/mistake-reports'
import { rememberWords } from '../store/posted-words'
import type { Database } from '../store/tables'

/** Comments in one batch: few enough that nobody who writes meanwhile notices. */
export const TRANSFER_AT_ONCE = 500

const time = z.iso.datetime({ precision: 3 })
const id = z.string().refine(isCommentId)

/**
 * One comment as a line of JSON: everything except the address hash, whose key will be deleted, and what can be derived
 * from the rest.
 */
export const exported = z.strictObject({
  id,
  article: z.string().min(1),
  parent: id.optional(),
  root: id,
  state: z.enum(COMMENT_STATES),
  heldFor: z.array(z.enum(HOLD_REASONS)),
  name: z.string(),
  text: z.string(),
  byEditor: z.boolean(),
  created: time,
  edited: time.optional(),
})
export type Exported = z.infer<typeof exported>

/** A reported mistake as a line of JSON; a comment has no `feature`. */
export const exportedReport = z.strictObject({
  id,
  feature: z.enum(REPORTED_FEATURES),
  article: z.string(),
  sentenceId: z.string(),
  sentence: z.string(),
  // Absent in exports from before 2026-11-30.
  shown: z.array(z.string()).default([]),
  model: z.string().default(''),
  question: z.string(),
  words: z.string(),
  state: z.enum(REPORT_STATES),
  created: time,
})
export type ExportedReport = z.output<typeof exportedReport>

/** The first line says what the others are. Version 1 had no reported mistakes. */
export const EXPORT_HEAD = { format: 'broadsheet-comments', version: 2 } as const
export const exportHead = z.strictObject({
  format: z.literal('broadsheet-comments'),
  version: z.union([z.literal(1), z.literal(2)]),
})

export function toExported({ addressHash: _, created, edited, ...rest }: Comment): Exported {
  const times = { created: created.toISOString(), ...(edited && { edited: edited.toISOString() }) }
  return { ...rest, ...times }
}

function fromExported({ parent, created, edited, ...rest }: Exported): Comment {
  const optional = { ...(parent && { parent }), ...(edited && { edited: new Date(edited) }) }
  return { ...rest, ...optional, created: new Date(created) }
}

/** The comments after `after` in order of id, so that a comment comes before its replies. */
export async function readForExport(db: Database, after: string): Promise<Comment[]> {
  const rows = await db
    .selectFrom('comments')
    .select(COMMENT_COLUMNS)
    .where('id', '>', after)
    .orderBy('id')
    .limit(TRANSFER_AT_ONCE)
    .execute()
  return rows.map(fromRow)
}

/** All rows in order of id, one batch at a time, while others keep writing. Stops at the first batch that can't be read. */
async function* inBatches<Row extends { id: string }>(
  database: CommentDatabase,
  read: (db: Database, after: string) => Promise<Row[]>,
): AsyncGenerator<Outcome<Row[]>> {
  for (let after = ''; ; ) {
    const from = after
    const batch = await database.read((db) => read(db, from))
    if (!batch.ok) return yield batch
    const last = batch.value.at(-1)
    if (last === undefined) return
    yield batch
    after = last.id
  }
}

/** Every comment. */
export async function* exportComments(
  database: CommentDatabase,
): AsyncGenerator<Outcome<Exported[]>> {
  for await (const batch of inBatches(database, readForExport)) {
    yield batch.ok ? { ok: true, value: batch.value.map(toExported) } : batch
  }
}

/** Every reported mistake. */
export async function* exportReports(
  database: CommentDatabase,
): AsyncGenerator<Outcome<ExportedReport[]>> {
  const read = (db: Database, after: string) => readReportsForExport(db, after, TRANSFER_AT_ONCE)
  for await (const batch of inBatches(database, read)) {
    yield batch.ok ? { ok: true, value: batch.value.map(toExportedReport) } : batch
  }
}

export const toExportedReport = ({ created, ...rest }: MistakeReport): ExportedReport => ({
  ...rest,
  created: created.toISOString(),
})

export const fromExportedReport = ({ created, ...rest }: ExportedReport): MistakeReport => ({
  ...rest,
  created: new Date(created),
})

/**
 * Stores comments with their original ids and times; a comment that already exists stays as it is. Returns how many were
 * new.
 */
export async function importComments(
  { db, markChanged }: Writing,
  batch: readonly Exported[],
  { secret, now }: { secret: string; now: Date },
): Promise<Verdict<number>> {
  if (batch.length === 0) return { keep: false, value: 0 }
  const comments = batch.map(fromExported)
  const rows = comments.map((comment) =>
    toRow(comment, comment.state === 'deleted' ? '' : nameSkeleton(comment.name)),
  )
  const stored = await db
    .insertInto('comments')
    .values(rows)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('article')
    .execute()
  const words = comments.filter(({ state }) => state !== 'deleted')
  await rememberWords(
    db,
    words.map((comment) => ({ comment, textHash: textHash(secret, comment.text) })),
    now,
  )
  for (const article of new Set(stored.map((row) => row.article))) await markChanged(article)
  return { keep: true, value: stored.length }
}
