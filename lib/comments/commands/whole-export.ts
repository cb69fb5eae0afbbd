import type { CommentDatabase } from '../store/comment-database'
import type { Outcome } from '../store/engine'
import { importReports } from '../store/mistake-reports'
import type { ParsedExport } from './parse-export'
import {
  EXPORT_HEAD,
  exportComments,
  exportReports,
  fromExportedReport,
  importComments,
  TRANSFER_AT_ONCE,
} from './transfer'

/** Writes every comment and reported mistake as a line, and returns how many there were. */
export async function writeExport(
  database: CommentDatabase,
  write: (line: string) => void,
): Promise<Outcome<{ comments: number; reports: number }>> {
  const written = { comments: 0, reports: 0 }
  write(JSON.stringify(EXPORT_HEAD))
  for await (const batch of exportComments(database)) {
    if (!batch.ok) return batch
    for (const comment of batch.value) write(JSON.stringify(comment))
    written.comments += batch.value.length
  }
  for await (const batch of exportReports(database)) {
    if (!batch.ok) return batch
    for (const report of batch.value) write(JSON.stringify(report))
    written.reports += batch.value.length
  }
  return { ok: true, value: written }
}

/** Stores a whole export in batches; existing comments and reports stay as they are. Returns how many were new. */
export async function storeExport(
  database: CommentDatabase,
  { comments, reports }: ParsedExport & { ok: true },
  key: { secret: string; now: Date },
): Promise<Outcome<number>> {
  let stored = 0
  for (const batch of batches(comments)) {
    const outcome = await database.write((w) => importComments(w, batch, key))
    if (!outcome.ok) return outcome
    stored += outcome.value
  }
  for (const batch of batches(reports.map(fromExportedReport))) {
    const outcome = await database.write((w) => importReports(w, batch))
    if (!outcome.ok) return outcome
    stored += outcome.value
  }
  return { ok: true, value: stored }
}

function* batches<T>(all: readonly T[]): Generator<T[]> {
  for (let at = 0; at < all.length; at += TRANSFER_AT_ONCE) {
    yield all.slice(at, at + TRANSFER_AT_ONCE)
  }
}
