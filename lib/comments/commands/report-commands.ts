import { REPORT_STATES } from '../mistake-report'
import { decideReport, readReports } from '../store/mistake-reports'
import { by, type Command, type CommandContext, forEachId, taken } from './command'
import { toExportedReport } from './transfer'

/** The most lines that anyone reads in a terminal. */
const LIST_MOST = 500

export async function listReports(
  context: CommandContext,
  [asked = 'open']: string[],
): Promise<boolean> {
  const state = REPORT_STATES.find((known) => known === asked)
  if (state === undefined) {
    context.complain(`${asked}: ${REPORT_STATES.join(', ')}`)
    return false
  }
  const read = await context.database.read((db) => readReports(db, state, LIST_MOST))
  if (!taken(context, read)) return false
  for (const report of read.value) context.say(JSON.stringify(toExportedReport(report)))
  return true
}

export const decideReports = (state: 'settled' | 'dismissed'): Command =>
  forEachId(state, (w, id, now) => decideReport(w, id, state, by(now)))
