import type { CommentDatabase } from '../store/comment-database'
import type { Outcome, Verdict, Writing } from '../store/engine'
import { agreeOnKey, readSecretKey } from '../store/secret-key'

export type CommandContext = {
  database: CommentDatabase
  settings: {
    dataDir: string
    contentDir: string
    siteUrl: string
    databaseUrl?: string
    adminToken?: string
  }
  now: Date
  say: (line: string) => void
  complain: (line: string) => void
}

/** Runs with the parameters after the command's name; false when it failed, and then it has printed the reason. */
export type Command = (context: CommandContext, parameters: string[]) => Promise<boolean>

/** The value of an outcome. If there is none it prints a complaint; the database has already logged the cause. */
export function taken<T>(
  context: CommandContext,
  outcome: Outcome<T>,
): outcome is { ok: true; value: T } {
  if (!outcome.ok) context.complain('The comments database can’t be used now.')
  return outcome.ok
}

type Action = (
  writing: Writing,
  id: string,
  now: Date,
) => Promise<Verdict<{ kind: 'done' | 'not-found' }>>

/** How many ids one transaction decides about: few enough that nobody who posts meanwhile notices. */
export const IDS_AT_ONCE = 100

async function actOnAll(
  writing: Writing,
  ids: readonly string[],
  act: (writing: Writing, id: string) => ReturnType<Action>,
): Promise<Verdict<{ missing: string[] }>> {
  let keep = false
  const missing: string[] = []
  for (const id of ids) {
    const verdict = await act(writing, id)
    keep ||= verdict.keep
    if (verdict.value.kind === 'not-found') missing.push(id)
  }
  return { keep, value: { missing } }
}

/** Works in batches, each of which is done whole or not at all; `done` is the word for what happened to an id. */
export const forEachId =
  (done: string, act: Action): Command =>
  async (context, ids) => {
    if (ids.length === 0) context.complain('Which one? Give its id.')
    let [count, isDone] = [0, ids.length > 0]
    for (let at = 0; at < ids.length; at += IDS_AT_ONCE) {
      const part = ids.slice(at, at + IDS_AT_ONCE)
      const outcome = await context.database.write((writing) =>
        actOnAll(writing, part, (w, id) => act(w, id, context.now)),
      )
      if (!taken(context, outcome)) {
        context.complain(`${count} ${done}. Run it again for those from ${part[0]} on.`)
        return false
      }
      const { missing } = outcome.value
      for (const id of missing) {
        context.complain(`${id}: it does not exist, or this can’t be done with it`)
      }
      count += part.length - missing.length
      if (missing.length > 0) isDone = false
      const isLast = at + part.length === ids.length
      context.say(isLast ? `${count} ${done}` : `${count} of ${ids.length} ${done}`)
    }
    return isDone
  }

export const by = (now: Date) => ({ actor: 'command', now }) as const

/** The key that signs links, as the servers use it. */
export async function readKey({
  settings,
  database,
}: Pick<CommandContext, 'settings' | 'database'>): Promise<Outcome<string>> {
  const own = readSecretKey(settings.dataDir)
  if (settings.databaseUrl === undefined) return { ok: true, value: own }
  return database.write((writing) => agreeOnKey(writing, own))
}
