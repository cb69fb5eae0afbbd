import type { EndpointReply, EndpointRequest } from '@/lib/http/endpoint'
import { header, json } from '@/lib/http/reply'
import type { OneTimeViews } from '@/lib/running/one-time-views'
import { editorViewPath } from '@/lib/site/routes'
import type { EditorView, Status } from '../view'
import type { AdminGate } from './admin'

type Desk = { gate: AdminGate; views: OneTimeViews<EditorView>; readStatus: () => Promise<Status> }

/** GET /status: JSON, or a page for a browser. */
export async function showStatus(
  { gate, views, readStatus }: Desk,
  request: EndpointRequest,
): Promise<EndpointReply> {
  const refusal = gate.refuse(request)
  if (refusal) return refusal
  const status = await readStatus()
  if (!wantsPage(header(request, 'accept'))) return json(200, status)
  return { status: 200, page: editorViewPath(views.put({ kind: 'status', status })) }
}

/** Browsers ask for text/html; programs ask for JSON, anything, or nothing. */
const wantsPage = (accept = '') => /\btext\/html\b/i.test(accept)
