import type { Insertable, Selectable } from 'kysely'
import { z } from 'zod'
import { type Comment, HOLD_REASONS } from '../comment'
import type { Tables } from './tables'

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

export function toRow(
  comment: Comment,
  derived: { skeleton: string; textHash: string },
): Insertable<Tables['comments']> {
  return {
    id: comment.id,
    article: comment.article,
    parent: comment.parent ?? null,
    root: comment.root,
    state: comment.state,
    held_for: JSON.stringify(comment.heldFor),
    name: comment.name,
    text: comment.text,
    skeleton: derived.skeleton,
    text_hash: derived.textHash,
    by_editor: comment.byEditor ? 1 : 0,
    created: comment.created.toISOString(),
    edited: comment.edited?.toISOString() ?? null,
    address_hash: comment.addressHash ?? null,
  }
}
