import { type EndpointMatch, readBody } from '@/lib/http/endpoint'
import { headersOf, representReply } from '../pages/page-source'
import { clientAddress } from './client-address'
import type { Exchange, FrontOptions } from './exchange'
import { NOT_KEPT } from './headers'
import { sendRefusal } from './plain-answer'
import { BODY_TOO_LARGE, NOT_ACCEPTABLE } from './refusals'
import type { Representation } from './representation'
import { sendRepresentation } from './send'

/** Runs an endpoint that answers one client only: nothing of it is kept. */
export async function answerEndpoint(
  options: FrontOptions,
  { req, res, asked, address }: Exchange,
  { endpoint, params }: EndpointMatch,
): Promise<void> {
  const body = await readBody(req, endpoint.maxBody)
  if (body === undefined) return sendRefusal(res, BODY_TOO_LARGE, options.always)
  const reply = await endpoint.handle({
    method: asked.method,
    pathname: address.pathname,
    params,
    query: new URLSearchParams(address.search),
    headers: req.headers,
    body,
    client: clientAddress(
      req.socket.remoteAddress,
      [req.headers['x-forwarded-for'] ?? []].flat().join(', '),
      options.trustProxy,
    ),
  })
  const site = options.site()
  if (reply.page !== undefined && site !== undefined) {
    const page = await site.answerPage(reply.page, reply.status, headersOf(reply))
    return sendAnswer(options, { req, res, asked, address }, page)
  }
  const own = headersOf(reply)
  const has = (name: string) => own.some(([given]) => given.toLowerCase() === name)
  const headers = [
    ...options.always.filter(([name]) => !has(name.toLowerCase())),
    ...(has('cache-control') ? [] : NOT_KEPT),
    ...own,
  ]
  await sendAnswer(options, { req, res, asked, address }, representReply(reply, headers))
}

async function sendAnswer(options: FrontOptions, { res, asked }: Exchange, answer: Representation) {
  const once = { ...asked, ifNoneMatch: undefined, range: undefined }
  const sent = await sendRepresentation(res, once, answer)
  if (!sent) sendRefusal(res, NOT_ACCEPTABLE, options.always)
}
