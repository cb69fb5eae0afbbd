import { isSigned } from '../github-signature'
import type { Publication } from '../publication'
import type { Publisher } from '../store/publisher'
import { type EditorReply, type EditorRequest, header, json } from './message'

/** The payload of a push of a thousand commits; one that is larger is answered 413. */
export const PUBLISH_MAX_BYTES = 1_048_576

const DELIVERY = /^[\w-]{1,100}$/

/** POST /api/publish, as a webhook of GitHub calls it or anyone who signs like one. */
export async function publishHook(
  { secret, publisher }: { secret: string | undefined; publisher: Publisher },
  request: EditorRequest,
): Promise<EditorReply> {
  if (secret === undefined) {
    return json(404, { error: 'Publishing by webhook is closed: PUBLISH_SECRET is not set.' })
  }
  const signature = header(request, 'x-hub-signature-256')
  if (signature === undefined || !isSigned(secret, request.body, signature)) {
    return json(401, { error: 'X-Hub-Signature-256 does not fit the body and PUBLISH_SECRET.' })
  }
  const event = header(request, 'x-github-event') ?? 'push'
  if (event === 'ping') return json(200, { ok: true, pong: true })
  if (event !== 'push') return json(200, { ok: true, ignored: event.slice(0, 100) })
  const delivery = header(request, 'x-github-delivery')
  if (delivery !== undefined && !DELIVERY.test(delivery)) {
    return json(400, { error: 'X-GitHub-Delivery is no id of a delivery.' })
  }
  return publish(publisher, delivery, signature)
}

/**
 * A delivery without an id goes by its signature. The id isn't signed, so whoever overheard a delivery could send it
 * under another one: the server would pull what it has already.
 */
async function publish(publisher: Publisher, delivery: string | undefined, signature: string) {
  const names = delivery === undefined ? [signature] : [delivery]
  const answer = await publisher.deliver(names)
  if (answer === 'repeated') return json(409, { error: 'This delivery was accepted before.' })
  return reply(answer)
}

function reply(published: Publication): EditorReply {
  const { failure, local, errors } = published
  if (local !== undefined) return json(409, { ok: false, error: failure, ...local })
  if (failure !== undefined) return json(502, { ok: false, error: failure })
  const ok = errors.length === 0
  return json(ok ? 200 : 422, { ok, ...published })
}
