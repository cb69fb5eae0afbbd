import { readFileSync } from 'node:fs'
import { deleteComment, findByName } from '../store/decide-comment'
import { importReports } from '../store/mistake-reports'
import { by, type CommandContext, forEachId, readKey, taken } from './command'
import { parseExport } from './parse-export'
import {
  EXPORT_HEAD,
  exportComments,
  exportReports,
  fromExportedReport,
  importComments,
  TRANSFER_AT_ONCE,
  toExported,
} from './transfer'

export async function exportAll(context: CommandContext): Promise<boolean> {
  context.say(JSON.stringify(EXPORT_HEAD))
  for await (const batch of exportComments(context.database)) {
    if (!taken(context, batch)) return false
    for (const comment of batch.value) context.say(JSON.stringify(comment))
  }
  for await (const batch of exportReports(context.database)) {
    if (!taken(context, batch)) return false
    for (const report of batch.value) context.say(JSON.stringify(report))
  }
  return true
}

export async function importAll(context: CommandContext, [file]: string[]): Promise<boolean> {
  if (file === undefined) {
    context.complain('Which file? Give the path of an export.')
    return false
  }
  const parsed = parseExport(readFileSync(file, 'utf8'))
  if (!parsed.ok) {
    for (const problem of parsed.problems) context.complain(`${file}:${problem}`)
    context.complain('Nothing was imported.')
    return false
  }
  const secret = await readKey(context)
  if (!taken(context, secret)) return false
  const key = { secret: secret.value, now: context.now }
  let stored = 0
  for (let at = 0; at < parsed.comments.length; at += TRANSFER_AT_ONCE) {
    const batch = parsed.comments.slice(at, at + TRANSFER_AT_ONCE)
    const outcome = await context.database.write((w) => importComments(w, batch, key))
    if (!taken(context, outcome)) return false
    stored += outcome.value
  }
  for (let at = 0; at < parsed.reports.length; at += TRANSFER_AT_ONCE) {
    const batch = parsed.reports.slice(at, at + TRANSFER_AT_ONCE).map(fromExportedReport)
    const outcome = await context.database.write((w) => importReports(w, batch))
    if (!taken(context, outcome)) return false
    stored += outcome.value
  }
  const all = parsed.comments.length + parsed.reports.length
  context.say(`${stored} imported, ${all - stored} were there already`)
  return true
}

export async function exportPerson(
  context: CommandContext,
  [name = '']: string[],
): Promise<boolean> {
  const found = await context.database.read((db) => findByName(db, name))
  if (!taken(context, found)) return false
  for (const comment of found.value) context.say(JSON.stringify(toExported(comment)))
  return true
}

export async function erasePerson(
  context: CommandContext,
  [name = '']: string[],
): Promise<boolean> {
  const found = await context.database.read((db) => findByName(db, name))
  if (!taken(context, found)) return false
  const ids = found.value.map(({ id }) => id)
  if (ids.length === 0) {
    context.complain(`No comment is signed ${JSON.stringify(name)}.`)
    return false
  }
  const isDone = await forEachId((w, id, now) => deleteComment(w, id, by(now)))(context, ids)
  if (isDone) context.say(`${ids.length} deleted`)
  return isDone
}
