import type { ServerResponse } from 'node:http'
import type { Page } from '../pages/kept-pages'
import { ERROR_KEYS } from '../pages/page-source'
import type { Address } from './address'
import type { Exchange, FrontOptions, Site, Unread } from './exchange'
import { sendRefusal } from './plain-answer'
import { hasLeft } from './read-body'
import { NOT_ACCEPTABLE, STARTING } from './refusals'
import type { Representation } from './representation'
import { sendRepresentation } from './send'

export async function sendPage(options: FrontOptions, exchange: Exchange, page: Page) {
  const { representation, location } = page
  if (location === undefined) return sendWhole(options, exchange, representation)
  const query = location.includes('?') ? '' : queryAlong(exchange.address)
  redirect(options, exchange.res, representation.status, location + query)
}

/** A redirect keeps the query, without the number that made `/?p=123` an old address. */
function queryAlong({ pathname, search }: Address): string {
  if (pathname !== '/') return search
  const fields = search.slice(1).split('&')
  const kept = fields.filter((field) => field !== '' && !field.startsWith('p='))
  return kept.length === 0 ? '' : `?${kept.join('&')}`
}

export function redirect(
  { always }: FrontOptions,
  res: ServerResponse,
  status: number,
  location: string,
) {
  res.writeHead(status, [
    ...always.flat(),
    ...['Location', location, 'Content-Length', '0'],
    ...['Cache-Control', 'public, max-age=0, must-revalidate'],
    // When an article has moved, programs that requested Markdown are redirected to its Markdown.
    ...['Vary', 'Accept'],
  ])
  res.end()
}

/** The one document for every address that doesn't exist. */
export async function sendMissing(
  options: FrontOptions,
  site: Site | undefined,
  unread: Unread,
): Promise<void> {
  if (site === undefined) return sendRefusal(unread.res, STARTING, options)
  const { representation } = await site.cache.get(ERROR_KEYS[404])
  await sendWhole(options, unread, representation)
}

/** Readers, if they still wait, get safe words; the log keeps the cause. */
export async function sendFailure(
  options: FrontOptions,
  site: Site | undefined,
  unread: Unread,
  error: unknown,
): Promise<void> {
  const { req, res } = unread
  options.log.error({ err: error, method: req.method, url: req.url }, 'A request failed')
  if (res.headersSent || hasLeft(req)) return void res.destroy()
  if (site === undefined) return sendRefusal(res, STARTING, options)
  const { representation } = await site.cache.get(ERROR_KEYS[500])
  await sendOnce(options, unread, representation)
}

/** Sends an answer for this request alone, whatever the client has cached for the address. */
export const sendOnce = (options: FrontOptions, unread: Unread, answer: Representation) =>
  sendWhole(
    options,
    { ...unread, asked: { ...unread.asked, ifNoneMatch: undefined, range: undefined } },
    answer,
  )

async function sendWhole(options: FrontOptions, { res, asked }: Unread, answer: Representation) {
  const sent = await sendRepresentation(res, asked, answer)
  if (!sent) sendRefusal(res, NOT_ACCEPTABLE, options)
}
