import type { Selectable } from 'kysely'
import * as z from 'zod'
import { type Comment, HOLD_REASONS } from '../comment'
import { preparedQuery } from './prepared-query'
import type { Database, Tables } from './tables'

const heldFor = z.array(z.enum(HOLD_REASONS))

export const COMMENT_COLUMNS = [
  'id',
  'article',
  'parent',
  'root',
  'state',
  'held_for',
  'name',
  'text',
  'by_editor',
  'created',
  'edited',
  'address_hash',
] as const

type CommentRow = Pick<Selectable<Tables['comments']>, (typeof COMMENT_COLUMNS)[number]>

export function fromRow(row: CommentRow): Comment {
  return {
    id: row.id,
    article: row.article,
    ...(row.parent !== null && { parent: row.parent }),
    root: row.root,
    state: row.state,
    heldFor: heldFor.parse(JSON.parse(row.held_for)),
    name: row.name,
    text: row.text,
    byEditor: row.by_editor === 1,
    created: new Date(row.created),
    ...(row.edited !== null && { edited: new Date(row.edited) }),
    ...(row.address_hash !== null && { addressHash: row.address_hash }),
  }
}

/** @param skeleton see look-alike.ts */
export function toRow(comment: Comment, skeleton: string): Tables['comments'] {
  return {
    id: comment.id,
    article: comment.article,
    parent: comment.parent ?? null,
    root: comment.root,
    state: comment.state,
    held_for: JSON.stringify(comment.heldFor),
    name: comment.name,
    text: comment.text,
    skeleton,
    by_editor: comment.byEditor ? 1 : 0,
    created: comment.created.toISOString(),
    edited: comment.edited?.toISOString() ?? null,
    address_hash: comment.addressHash ?? null,
  }
}

const insert = preparedQuery<Tables['comments'], unknown>((db, value) =>
  db.insertInto('comments').values({
    id: value('id'),
    article: value('article'),
    parent: value('parent'),
    root: value('root'),
    state: value('state'),
    held_for: value('held_for'),
    name: value('name'),
    text: value('text'),
    skeleton: value('skeleton'),
    by_editor: value('by_editor'),
    created: value('created'),
    edited: value('edited'),
    address_hash: value('address_hash'),
  }),
)

/** Stores a comment unless it already exists. */
export async function insertComment(db: Database, row: Tables['comments']): Promise<void> {
  await insert(db, row)
}
