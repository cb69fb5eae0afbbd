import type { EndpointReply, EndpointRequest } from '@/lib/http/endpoint'
import { header, json } from '@/lib/http/reply'
import { isSigned } from '../github-signature'
import type { Publication } from '../publication'
import type { Publisher } from '../store/publisher'

/** The payload of a push of a thousand commits; a larger one is answered 413. */
export const PUBLISH_MAX_BYTES = 1_048_576

const DELIVERY = /^[\w-]{1,100}$/

type Hook = { secret: string | undefined; publisher: Publisher }
type Answer = { status: number; content: object }

/** POST /api/publish, for GitHub's webhook or anyone who signs like it. */
export async function publishHook(hook: Hook, request: EndpointRequest): Promise<EndpointReply> {
  const { status, content } = await answerHook(hook, request)
  const advice = whatToSet(request)
  return json(status, { ...content, ...(advice !== undefined && { advice }) })
}

/** What to change in the sender's settings, if the request's headers show it. */
function whatToSet(request: EndpointRequest): string | undefined {
  if (Object.keys(request.headers).some((name) => name.startsWith('x-gitlab-'))) {
    return 'GitLab’s webhooks aren’t signed like GitHub’s. Let a job of the project’s pipeline call this address instead: lib/publish/README.md has one.'
  }
  const type = header(request, 'content-type') ?? ''
  if (!/^application\/x-www-form-urlencoded\b/i.test(type)) return undefined
  return 'Set the content type of the webhook to application/json: a form is up to three times as long, and a body over 1 MiB is refused.'
}

async function answerHook({ secret, publisher }: Hook, request: EndpointRequest): Promise<Answer> {
  if (secret === undefined) {
    return refused(404, 'Publishing by webhook is closed: PUBLISH_SECRET is not set.')
  }
  const signature = header(request, 'x-hub-signature-256')
  if (signature === undefined) {
    return refused(401, 'X-Hub-Signature-256 is missing: set the webhook’s secret.')
  }
  if (!isSigned(secret, request.body, signature)) {
    return refused(401, 'X-Hub-Signature-256 does not match the body and PUBLISH_SECRET.')
  }
  const event = header(request, 'x-github-event') ?? 'push'
  if (event === 'ping') return { status: 200, content: { ok: true, pong: true } }
  if (event !== 'push') return { status: 200, content: { ok: true, ignored: event.slice(0, 100) } }
  const delivery = header(request, 'x-github-delivery')
  if (delivery !== undefined && !DELIVERY.test(delivery)) {
    return refused(400, 'X-GitHub-Delivery is not a delivery id.')
  }
  // A delivery without an id is identified by its signature. The id isn't signed, so an eavesdropper could repeat a
  // delivery with another id: the server would only pull what it already has.
  const published = await publisher.deliver([delivery ?? signature])
  if (published === 'repeated') return refused(409, 'This delivery was accepted before.')
  return answerTo(published)
}

const refused = (status: number, error: string): Answer => ({ status, content: { error } })

function answerTo(published: Publication): Answer {
  const { failure, local, errors } = published
  if (failure !== undefined) {
    return { status: local ? 409 : 502, content: { ok: false, error: failure, ...local } }
  }
  const ok = errors.length === 0
  return { status: ok ? 200 : 422, content: { ok, ...published } }
}
