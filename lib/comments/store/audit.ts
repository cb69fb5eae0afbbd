import type { Database } from './tables'

/** Who acted: an editor at /moderate, the command, a comment's writer with the secret link, or the scheduled purge. */
export type Actor = 'editor' | 'command' | 'writer' | 'time'

export type AuditEntry = { at: Date; actor: Actor; action: string; id?: string; article?: string }

/** Records what was done to which comment and when; never what the comment said or who wrote it. */
export async function recordAction(db: Database, entry: AuditEntry): Promise<void> {
  await db
    .insertInto('comment_audit')
    .values({
      at: entry.at.toISOString(),
      actor: entry.actor,
      action: entry.action,
      comment_id: entry.id ?? null,
      article: entry.article ?? null,
    })
    .execute()
}

/** The newest entries first. */
export function readTrail(db: Database, most: number) {
  return db
    .selectFrom('comment_audit')
    .select(['at', 'actor', 'action', 'comment_id', 'article'])
    .orderBy('seq', 'desc')
    .limit(most)
    .execute()
}
