import type { Statements } from '../statements'

/**
 * A headline's row number has the minute at which the article is due in its high bits and the article's id in its low bits,
 * so that full-text search, which reads in order of row number, gives the newest first without sorting.
 */
const ID_BITS = 28
const ID_MASK = 2 ** ID_BITS - 1
const MINUTE_MS = 60_000

const rowOf = (due: string, id: string) => `(${due} / ${MINUTE_MS} << ${ID_BITS}) + ${id}`

/** SQL for the article id in a headline's row number. */
export const articleOfRow = (row: string) => `(${row} & ${ID_MASK})`

export function storeHeadline(
  rows: Statements,
  headline: { id: number; due: number; words: string },
): void {
  rows.run(INSERT, headline)
}

const INSERT = `INSERT INTO headlines (rowid, words) VALUES (${rowOf('CAST(:due AS INTEGER)', 'CAST(:id AS INTEGER)')}, :words)`

/** Binds `:id`; the article itself must still be stored. */
export const REMOVE_HEADLINE = `DELETE FROM headlines
  WHERE rowid = (SELECT ${rowOf('due', 'id')} FROM articles WHERE id = :id AND listed = 1)`
