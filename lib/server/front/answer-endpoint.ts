import type { EndpointMatch } from '@/lib/http/endpoint'
import { answerKey, headersOf, representReply } from '../pages/page-source'
import { clientAddress } from './client-address'
import type { Exchange, FrontOptions } from './exchange'
import { NOT_KEPT, withOwn } from './headers'
import { sendRefusal } from './plain-answer'
import { hasLeft, readBody } from './read-body'
import { BODY_TOO_LARGE } from './refusals'
import { sendMissing, sendOnce } from './send-page'

/** Runs an endpoint whose answer is for one client only, so that none of it is cached. */
export async function answerEndpoint(
  options: FrontOptions,
  { req, res, asked, address }: Exchange,
  { endpoint, params }: EndpointMatch,
): Promise<void> {
  const read = await readBody(req, endpoint.maxBody)
  if (!read.ok) {
    if (read.reason === 'too large') sendRefusal(res, BODY_TOO_LARGE, options)
    return
  }
  const reply = await endpoint.handle({
    method: asked.method,
    pathname: address.pathname,
    params,
    query: new URLSearchParams(address.search),
    headers: req.headers,
    body: read.body,
    client: clientAddress(
      req.socket.remoteAddress,
      [req.headers['x-forwarded-for'] ?? []].flat().join(', '),
      options.trustProxy,
    ),
  })
  if (hasLeft(req)) return
  const site = options.site()
  if (reply.page !== undefined && site !== undefined) {
    const answer = { path: reply.page, status: reply.status, headers: headersOf(reply) }
    const { representation } = reply.isForAll
      ? await site.cache.get(answerKey(answer))
      : await site.answerPage(answer)
    return sendOnce(options, { req, res, asked }, representation)
  }
  if (reply.status === 404 && reply.body === undefined) {
    return sendMissing(options, site, { req, res, asked })
  }
  const headers = withOwn([...options.always, ...NOT_KEPT], headersOf(reply))
  await sendOnce(options, { req, res, asked }, representReply(reply, headers))
}
