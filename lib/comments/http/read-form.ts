import { type CommentsReply, type CommentsRequest, header, message } from './message'

export type Form =
  | {
      ok: true
      fields: (name: string) => string
      /** All values of a field that a form may have several times. */
      all: (name: string) => string[]
    }
  | { ok: false; reply: CommentsReply }

const FORM_TYPE = /^application\/x-www-form-urlencoded\s*(?:;\s*charset\s*=\s*"?utf-8"?\s*)?$/i

const decode = (written: string) => decodeURIComponent(written.replaceAll('+', ' '))

/** The fields of an urlencoded form, to the byte: what isn't UTF-8 is refused, where URLSearchParams would mend it. */
export function readForm(request: CommentsRequest): Form {
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
    const all = (wanted: string) =>
      pairs.flatMap(([name, value]) => (name === wanted ? [value] : []))
    return { ok: true, fields: (wanted) => all(wanted)[0] ?? '', all }
  } catch {
    const text = 'What arrived isn’t text. Please go back and send it again.'
    return { ok: false, reply: message(422, 'This can’t be read', text) }
  }
}
