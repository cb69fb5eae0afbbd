import type { EndpointRequest } from '@/lib/http/endpoint'
import { header } from '@/lib/http/reply'
import { type CommentsReply, message } from './message'

export type Form =
  | { ok: true; fields: (name: string) => string }
  | { ok: false; reply: CommentsReply }

const FORM_TYPE = /^application\/x-www-form-urlencoded\s*(?:;\s*charset\s*=\s*"?utf-8"?\s*)?$/i

const decode = (written: string) => decodeURIComponent(written.replaceAll('+', ' '))

/** The fields of an urlencoded form, to the byte: what isn't UTF-8 is refused, where URLSearchParams would mend it. */
export function readForm(request: EndpointRequest): Form {
  if (!FORM_TYPE.test(header(request, 'content-type') ?? '')) {
    const text = 'Comments are sent by the form below each article.'
    return { ok: false, reply: message(415, 'This can’t be read', text) }
  }
  try {
    const body = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(request.body)
    const pairs = body.split('&').map((pair) => {
      const [name = '', ...rest] = pair.split('=')
      return [decode(name), decode(rest.join('='))] as const
    })
    // The first of its name counts, as in a form whose fields all have names of their own.
    return { ok: true, fields: (wanted) => pairs.find(([name]) => name === wanted)?.[1] ?? '' }
  } catch {
    const text = 'What arrived isn’t text. Please go back and send it again.'
    return { ok: false, reply: message(422, 'This can’t be read', text) }
  }
}
