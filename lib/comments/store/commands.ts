import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { absoluteUrl, signInLinkPath } from '@/lib/routes'
import { commentId, ID_RANDOM_BYTES } from '../comment-id'
import { textHash } from '../dedupe'
import { validateComment } from '../validate-comment'
import { readTrail } from './audit'
import type { CommentDatabase, Outcome, Verdict, Writing } from './comment-database'
import {
  blockWriter,
  type DecideOutcome,
  decideComment,
  deleteComment,
  findByName,
  replyAsEditor,
} from './decide-comment'
import { parseExport } from './parse-export'
import { readByState } from './read-comments'
import { agreeOnKey, readSecretKey } from './secret-key'
import { SIGN_IN_LINK_MINUTES, storeSignInLink } from './sessions'
import {
  EXPORT_HEAD,
  exportComments,
  importComments,
  TRANSFER_AT_ONCE,
  toExported,
} from './transfer'

/** As many as a terminal is read for. */
const LIST_MOST = 500

export type CommandContext = {
  database: CommentDatabase
  settings: { dataDir: string; siteUrl: string; databaseUrl?: string; adminToken?: string }
  now: Date
  say: (line: string) => void
  complain: (line: string) => void
}

/** Runs with what follows its name; false when it didn't work, with the reason complained. */
type Command = (context: CommandContext, parameters: string[]) => Promise<boolean>

/** The value, or a complaint: the database itself has logged what is wrong. */
function taken<T>(context: CommandContext, outcome: Outcome<T>): outcome is { ok: true; value: T } {
  if (!outcome.ok) context.complain('The comments database can’t be used now.')
  return outcome.ok
}

type Action = (writing: Writing, id: string, now: Date) => Promise<Verdict<DecideOutcome>>

const forEachId =
  (act: Action): Command =>
  async (context, ids) => {
    let isDone = ids.length > 0
    if (!isDone) context.complain('Which comment? Give its id.')
    for (const id of ids) {
      const outcome = await context.database.write((writing) => act(writing, id, context.now))
      if (!taken(context, outcome)) return false
      if (outcome.value.kind === 'not-found') {
        context.complain(`${id}: there is no such comment, or nothing to do this with`)
        isDone = false
      }
    }
    return isDone
  }

const by = (now: Date) => ({ actor: 'command', now }) as const

async function list(context: CommandContext, [asked = 'pending']: string[]): Promise<boolean> {
  const state = (['pending', 'approved', 'rejected'] as const).find((known) => known === asked)
  if (state === undefined) {
    context.complain(`${asked}: pending, approved or rejected`)
    return false
  }
  const read = await context.database.read((db) => readByState(db, state, LIST_MOST))
  if (!taken(context, read)) return false
  for (const comment of read.value) context.say(JSON.stringify(toExported(comment)))
  return true
}

async function reply(context: CommandContext, [parent = '', name = '', ...words]: string[]) {
  const text = words.join(' ')
  const problems = validateComment({ name, text })
  for (const { field, problem } of problems) context.complain(`${field}: ${problem}`)
  if (problems.length > 0) return false
  const id = commentId(context.now, randomBytes(ID_RANDOM_BYTES))
  const secret = await readKey(context)
  if (!taken(context, secret)) return false
  const own = { id, parent, name, text, textHash: textHash(secret.value, text) }
  return forEachId((writing) => replyAsEditor(writing, own, by(context.now)))(context, [parent])
}

async function trail(context: CommandContext): Promise<boolean> {
  const read = await context.database.read((db) => readTrail(db, LIST_MOST))
  if (!taken(context, read)) return false
  for (const entry of read.value) context.say(JSON.stringify(entry))
  return true
}

async function exportAll(context: CommandContext): Promise<boolean> {
  context.say(JSON.stringify(EXPORT_HEAD))
  for await (const batch of exportComments(context.database)) {
    if (!taken(context, batch)) return false
    for (const comment of batch.value) context.say(JSON.stringify(comment))
  }
  return true
}

async function readKey({ settings, database }: CommandContext): Promise<Outcome<string>> {
  const own = readSecretKey(settings.dataDir)
  if (settings.databaseUrl === undefined) return { ok: true, value: own }
  return database.write((writing) => agreeOnKey(writing, own))
}

async function importAll(context: CommandContext, [file]: string[]): Promise<boolean> {
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
  let stored = 0
  for (let at = 0; at < parsed.comments.length; at += TRANSFER_AT_ONCE) {
    const batch = parsed.comments.slice(at, at + TRANSFER_AT_ONCE)
    const outcome = await context.database.write((w) => importComments(w, batch, secret.value))
    if (!taken(context, outcome)) return false
    stored += outcome.value
  }
  context.say(`${stored} imported, ${parsed.comments.length - stored} were there already`)
  return true
}

async function exportPerson(context: CommandContext, [name = '']: string[]): Promise<boolean> {
  const found = await context.database.read((db) => findByName(db, name))
  if (!taken(context, found)) return false
  for (const comment of found.value) context.say(JSON.stringify(toExported(comment)))
  return true
}

async function erasePerson(context: CommandContext, [name = '']: string[]): Promise<boolean> {
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

async function signIn(context: CommandContext): Promise<boolean> {
  const { settings, now } = context
  if (settings.adminToken !== undefined) {
    context.complain('ADMIN_TOKEN is set: sign in at /moderate with it.')
    return false
  }
  const secret = await readKey(context)
  if (!taken(context, secret)) return false
  const token = randomBytes(32).toString('base64url')
  const outcome = await context.database.write((w) => storeSignInLink(w, secret.value, token, now))
  if (!taken(context, outcome)) return false
  context.say(absoluteUrl(settings.siteUrl, signInLinkPath(token)))
  context.complain(`Good once, for ${SIGN_IN_LINK_MINUTES} minutes.`)
  return true
}

/** What `npm run comments` can do, by name. */
export const commentCommands: Record<string, Command> = {
  list,
  approve: forEachId((w, id, now) => decideComment(w, id, 'approved', by(now))),
  reject: forEachId((w, id, now) => decideComment(w, id, 'rejected', by(now))),
  delete: forEachId((w, id, now) => deleteComment(w, id, by(now))),
  block: forEachId((w, id, now) => blockWriter(w, id, by(now))),
  reply,
  trail,
  export: exportAll,
  import: importAll,
  'export-person': exportPerson,
  'erase-person': erasePerson,
  'sign-in': signIn,
}
