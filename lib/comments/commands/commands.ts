import { randomBytes } from 'node:crypto'
import { absoluteUrl, signInLinkPath } from '@/lib/site/routes'
import { commentId, ID_RANDOM_BYTES } from '../comment-id'
import { textHash } from '../dedupe'
import { readTrail } from '../store/audit'
import { blockWriter, decideComment, deleteComment, replyAsEditor } from '../store/decide-comment'
import { readByState } from '../store/read-comments'
import { SIGN_IN_LINK_MINUTES, storeSignInLink } from '../store/sessions'
import { validateComment } from '../validate-comment'
import { by, type Command, type CommandContext, forEachId, readKey, taken } from './command'
import { decideReports, listReports } from './report-commands'
import { toExported } from './transfer'
import { erasePerson, exportAll, exportPerson, importAll } from './transfer-commands'

/** The most lines that anyone reads in a terminal. */
const LIST_MOST = 500

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
  const problems = validateComment({ name, text }, { lang: 'en' })
  for (const { field, problem } of problems) context.complain(`${field}: ${problem}`)
  if (problems.length > 0) return false
  const id = commentId(context.now, randomBytes(ID_RANDOM_BYTES))
  const secret = await readKey(context)
  if (!taken(context, secret)) return false
  const own = { id, parent, name, text, textHash: textHash(secret.value, text) }
  return forEachId('answered', (writing) => replyAsEditor(writing, own, by(context.now)))(context, [
    parent,
  ])
}

async function trail(context: CommandContext): Promise<boolean> {
  const read = await context.database.read((db) => readTrail(db, LIST_MOST))
  if (!taken(context, read)) return false
  for (const entry of read.value) context.say(JSON.stringify(entry))
  return true
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
  approve: forEachId('approved', (w, id, now) => decideComment(w, id, 'approved', by(now))),
  reject: forEachId('rejected', (w, id, now) => decideComment(w, id, 'rejected', by(now))),
  delete: forEachId('deleted', (w, id, now) => deleteComment(w, id, by(now))),
  block: forEachId('blocked', (w, id, now) => blockWriter(w, id, by(now))),
  reply,
  trail,
  reports: listReports,
  settle: decideReports('settled'),
  dismiss: decideReports('dismissed'),
  export: exportAll,
  import: importAll,
  'export-person': exportPerson,
  'erase-person': erasePerson,
  'sign-in': signIn,
}
