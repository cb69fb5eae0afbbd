import type { CommentDatabase } from '../store/comment-database'
import type { Outcome, Verdict, Writing } from '../store/engine'
import { agreeOnKey, readSecretKey } from '../store/secret-key'

export type CommandContext = {
  database: CommentDatabase
  settings: { dataDir: string; siteUrl: string; databaseUrl?: string; adminToken?: string }
  now: Date
  say: (line: string) => void
  complain: (line: string) => void
}

/** Runs with what follows its name; false when it didn't work, with the reason complained. */
export type Command = (context: CommandContext, parameters: string[]) => Promise<boolean>

/** The value, or a complaint: the database itself has logged what is wrong. */
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

export const forEachId =
  (act: Action): Command =>
  async (context, ids) => {
    let isDone = ids.length > 0
    if (!isDone) context.complain('Which one? Give its id.')
    for (const id of ids) {
      const outcome = await context.database.write((writing) => act(writing, id, context.now))
      if (!taken(context, outcome)) return false
      if (outcome.value.kind === 'not-found') {
        context.complain(`${id}: there is no such thing, or nothing to do this with`)
        isDone = false
      }
    }
    return isDone
  }

export const by = (now: Date) => ({ actor: 'command', now }) as const

/** The key that signs links, as the servers know it. */
export async function readKey({ settings, database }: CommandContext): Promise<Outcome<string>> {
  const own = readSecretKey(settings.dataDir)
  if (settings.databaseUrl === undefined) return { ok: true, value: own }
  return database.write((writing) => agreeOnKey(writing, own))
}
