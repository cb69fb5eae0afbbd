import { editorViewPath } from '@/lib/site/routes'
import type { HandedViews } from '../handed-views'
import type { Status } from '../view'
import type { AdminGate } from './admin'
import { type EditorReply, type EditorRequest, header, json } from './message'

type Desk = { gate: AdminGate; views: HandedViews; readStatus: () => Promise<Status> }

/** GET /status: as JSON, and for a browser as a page. */
export async function showStatus(
  { gate, views, readStatus }: Desk,
  request: EditorRequest,
): Promise<EditorReply> {
  const refusal = gate.refuse(request)
  if (refusal) return refusal
  const status = await readStatus()
  if (!wantsPage(header(request, 'accept'))) return json(200, status)
  return { status: 200, page: editorViewPath(views.put({ kind: 'status', status })) }
}

/** Browsers name text/html; programs name JSON, anything, or nothing. */
const wantsPage = (accept = '') => /\btext\/html\b/i.test(accept)
