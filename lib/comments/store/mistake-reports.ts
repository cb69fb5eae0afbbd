import * as z from 'zod'
import { jsonText } from '@/lib/article/json-text'
import {
  type MistakeReport,
  REPORT_STATES,
  REPORTED_FEATURES,
  type ReportState,
} from '../mistake-report'
import { type RateLimits, retryAfter } from '../rates'
import { recordAction } from './audit'
import type { Action } from './decide-comment'
import type { Verdict, Writing } from './engine'
import { claimFingerprint } from './posted-words'
import { startOf, takeFromRates, totalTaken } from './rate-counts'
import type { Database, Tables } from './tables'

export type GivenReport = {
  report: MistakeReport
  addressHash: string
  fingerprint: string
}

export type ReportOutcome = { kind: 'stored' } | { kind: 'too-many'; retryAfter: number }

const COLUMNS = [
  ...[
    'id',
    'feature',
    'article',
    'sentence_id',
    'sentence',
    'shown',
    'model',
    'question',
    'words',
    'state',
  ],
  'created',
] as const satisfies readonly (keyof Tables['mistake_reports'])[]

const rows = z.array(
  z
    .object({
      id: z.string(),
      feature: z.enum(REPORTED_FEATURES),
      article: z.string(),
      sentence_id: z.string(),
      sentence: z.string(),
      shown: jsonText(z.array(z.string())),
      model: z.string(),
      question: z.string(),
      words: z.string(),
      state: z.enum(REPORT_STATES),
      created: z.string(),
    })
    .transform(
      ({ sentence_id, created, ...rest }): MistakeReport => ({
        ...rest,
        sentenceId: sentence_id,
        created: new Date(created),
      }),
    ),
)

const toRow = (
  { sentenceId, shown, created, ...rest }: MistakeReport,
  addressHash: string | null,
) => ({
  ...rest,
  sentence_id: sentenceId,
  shown: JSON.stringify(shown),
  created: created.toISOString(),
  address_hash: addressHash,
})

/** Stores a report once, within the same rates as comments. */
export async function storeReport(
  { db }: Writing,
  { report, addressHash, fingerprint }: GivenReport,
  limits: RateLimits,
): Promise<Verdict<ReportOutcome>> {
  const { id, created } = report
  const isNew = await claimFingerprint(db, { fingerprint, id, created })
  // For a second click: the first one already reached the editors.
  if (!isNew) return { keep: false, value: { kind: 'stored' } }
  const rate = await takeFromRates(db, limits, addressHash, created)
  if (!rate.ok) return { keep: false, value: { kind: 'too-many', retryAfter: rate.retryAfter } }
  const { total } = limits
  const taken = await totalTaken(total.name, startOf(total, created)).execute(db)
  if (Number(taken.rows[0]?.value ?? 0) > limits.total.most) {
    return {
      keep: false,
      value: { kind: 'too-many', retryAfter: retryAfter(limits.total, created) },
    }
  }
  await db.insertInto('mistake_reports').values(toRow(report, addressHash)).execute()
  return { keep: true, value: { kind: 'stored' } }
}

/** Open reports with the oldest first, or decided ones with the newest first. */
export async function readReports(
  db: Database,
  state: ReportState,
  most: number,
): Promise<MistakeReport[]> {
  const found = await db
    .selectFrom('mistake_reports')
    .select(COLUMNS)
    .where('state', '=', state)
    .orderBy('id', state === 'open' ? 'asc' : 'desc')
    .limit(most)
    .execute()
  return rows.parse(found)
}

export async function countOpenReports(db: Database): Promise<number> {
  const { open } = await db
    .selectFrom('mistake_reports')
    .select((select) => select.fn.countAll<number | string>().as('open'))
    .where('state', '=', 'open')
    .executeTakeFirstOrThrow()
  return Number(open)
}

export type ReportDecision = { kind: 'done' } | { kind: 'not-found' }

/** Settles or dismisses a report. Doing it twice changes nothing. */
export async function decideReport(
  { db }: Writing,
  id: string,
  state: Exclude<ReportState, 'open'>,
  { actor, now }: Action,
): Promise<Verdict<ReportDecision>> {
  const decided = await db
    .updateTable('mistake_reports')
    .set({ state })
    .where('id', '=', id)
    .where('state', '!=', state)
    .returning('article')
    .executeTakeFirst()
  if (decided === undefined) {
    const known = await db
      .selectFrom('mistake_reports')
      .select('id')
      .where('id', '=', id)
      .executeTakeFirst()
    return { keep: false, value: { kind: known === undefined ? 'not-found' : 'done' } }
  }
  const action = state === 'settled' ? 'settle report' : 'dismiss report'
  await recordAction(db, { at: now, actor, action, id, article: decided.article })
  return { keep: true, value: { kind: 'done' } }
}

/** The reports after `after`, in order of id. */
export async function readReportsForExport(
  db: Database,
  after: string,
  most: number,
): Promise<MistakeReport[]> {
  const found = await db
    .selectFrom('mistake_reports')
    .select(COLUMNS)
    .where('id', '>', after)
    .orderBy('id')
    .limit(most)
    .execute()
  return rows.parse(found)
}

/** Stores reports as they were; a report that already exists stays as it is. Returns how many were new. */
export async function importReports(
  { db }: Writing,
  reports: readonly MistakeReport[],
): Promise<Verdict<number>> {
  if (reports.length === 0) return { keep: false, value: 0 }
  const stored = await db
    .insertInto('mistake_reports')
    .values(reports.map((report) => toRow(report, null)))
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .execute()
  return { keep: true, value: stored.length }
}
