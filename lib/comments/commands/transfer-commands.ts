import { existsSync, readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { deleteComment, findByName } from '../store/decide-comment'
import { by, type CommandContext, forEachId, readKey, taken } from './command'
import { importForeign } from './import-foreign'
import { parseExport } from './parse-export'
import { toExported } from './transfer'
import { storeExport, writeExport } from './whole-export'

export async function exportAll(context: CommandContext): Promise<boolean> {
  return taken(context, await writeExport(context.database, context.say))
}

export async function importAll(context: CommandContext, parameters: string[]): Promise<boolean> {
  const { from, file } = readParameters(parameters)
  if (file === undefined || !existsSync(file)) {
    context.complain('Which file? Give the path of an export.')
    return false
  }
  if (from !== undefined) return importForeign(context, file, from)
  const parsed = parseExport(readFileSync(file, 'utf8'))
  if (!parsed.ok) {
    for (const problem of parsed.problems) context.complain(`${file}:${problem}`)
    context.complain('Nothing was imported.')
    return false
  }
  const secret = await readKey(context)
  if (!taken(context, secret)) return false
  const key = { secret: secret.value, now: context.now }
  const stored = await storeExport(context.database, parsed, key)
  if (!taken(context, stored)) return false
  const all = parsed.comments.length + parsed.reports.length
  context.say(`${stored.value} imported, ${all - stored.value} already existed`)
  return true
}

function readParameters(args: string[]) {
  const options = { from: { type: 'string' } } as const
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
  return { from: values.from, file: positionals[0] }
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
  return forEachId('deleted', (w, id, now) => deleteComment(w, id, by(now)))(context, ids)
}
