import type { EndpointRequest } from '@/lib/http/endpoint'
import { header } from '@/lib/http/reply'
import type { CommentDesk } from '../store/comment-desk'
import { whoMayPost } from '../who-may-post'
import { type CommentsReply, message } from './message'

export type Form =
  | {
      ok: true
      fields: (name: string) => string
      /** All values of a field that a form may repeat. */
      all: (name: string) => string[]
    }
  | { ok: false; reply: CommentsReply }

const FORM_TYPE = /^application\/x-www-form-urlencoded\s*(?:;\s*charset\s*=\s*"?utf-8"?\s*)?$/i

const decode = (written: string) => decodeURIComponent(written.replaceAll('+', ' '))

/**
 * A form that a reader sends for the first time, and whether the reader must confirm it because the browser doesn't say
 * which site it came from. `where` tells readers of a copy on another site where to find our form.
 */
export function readNewForm(
  desk: CommentDesk,
  request: EndpointRequest,
  where: string,
): (Extract<Form, { ok: true }> & { mustConfirm: boolean }) | Extract<Form, { ok: false }> {
  const form = readForm(desk, request)
  if (!form.ok) return form
  const origins = desk.options.siteOrigins(header(request, 'host'))
  const decision = whoMayPost(header(request, 'origin'), header(request, 'sec-fetch-site'), origins)
  if (decision === 'refused') {
    return { ok: false, reply: message(403, desk.words.replies.elsewhere, where) }
  }
  return { ...form, mustConfirm: decision === 'confirm' }
}

/** The fields of an urlencoded form, byte for byte: refuses what isn't UTF-8, where URLSearchParams would replace it. */
export function readForm({ words }: CommentDesk, request: EndpointRequest): Form {
  const { unreadable, unreadableText, elsewhereText } = words.replies
  if (!FORM_TYPE.test(header(request, 'content-type') ?? '')) {
    return { ok: false, reply: message(415, unreadable, elsewhereText) }
  }
  try {
    const body = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(request.body)
    const pairs = body.split('&').map((pair) => {
      const [name = '', ...rest] = pair.split('=')
      return [decode(name), decode(rest.join('='))] as const
    })
    // When a name is repeated, the first value counts.
    const all = (wanted: string) =>
      pairs.flatMap(([name, value]) => (name === wanted ? [value] : []))
    return { ok: true, fields: (wanted) => all(wanted)[0] ?? '', all }
  } catch {
    return { ok: false, reply: message(422, unreadable, unreadableText) }
  }
}
