import type { IncomingMessage, ServerResponse } from 'node:http'
import { matchEndpoints } from '@/lib/http/endpoint'
import type { Page, PageCache } from '../pages/page-cache'
import { type Address, type AddressResult, readAddress } from './address'
import { answerEndpoint } from './answer-endpoint'
import { type Asked, readAsked } from './asked'
import type { Exchange, FrontOptions, Site } from './exchange'
import { MAX_KEPT_FILE, statFile, streamFile } from './files'
import { askedImage, IMAGE_BUSY, isImageAddress, streamImage } from './images'
import { negotiatedAddress } from './markdown-address'
import { codingFor } from './negotiate'
import { sendRefusal } from './plain-answer'
import { methodNotAllowed, NOT_ACCEPTABLE, type Refusal, refuse, STARTING } from './refusals'
import { sendRepresentation, sendVariant } from './send'

/** The listener of the HTTP server: refuses, finds in the cache, or makes. */
export function createFront(options: FrontOptions) {
  const { hosts, log } = options
  return function answerRequest(req: IncomingMessage, res: ServerResponse): void {
    if (log.verbose) res.on('finish', () => log.answered(req, res))
    const asked = readAsked(req)
    const refusal = refuse(asked, hosts)
    const found = refusal ?? findAddress(asked)
    const site = options.site()
    if (site !== undefined && 'kind' in found && found.kind === 'page') {
      if (answerFromCache(site.cache, asked, found.address, res)) return
    }
    if (!log.verbose) res.on('finish', () => log.answered(req, res))
    if ('status' in found) reject(options, res, found)
    else if (site?.passThrough?.(req, res) !== true) {
      answer(options, site, { req, res, asked }, found).catch((error: unknown) =>
        fail(options, site, req, res, error),
      )
    }
  }
}

function findAddress(asked: Asked): AddressResult {
  const found = readAddress(asked.target)
  if (found.kind !== 'page' || asked.accept === undefined) return found
  const address = negotiatedAddress(found.address, asked.accept)
  return address === found.address ? found : { kind: 'page', address }
}

const READ = 'GET, HEAD'
const isRead = ({ method }: Asked) => method === 'GET' || method === 'HEAD'

/** The way of nearly every request: nothing is awaited and next to nothing allocated. */
function answerFromCache(
  cache: PageCache,
  asked: Asked,
  address: Address,
  res: ServerResponse,
): boolean {
  if (!address.shared || asked.range !== undefined || !isRead(asked)) return false
  const page = cache.find(address.key)
  const coding = codingFor(asked.acceptEncoding)
  if (page === undefined || page.location !== undefined || coding === undefined) return false
  const variant = page.representation.held(coding)
  if (variant === undefined) return false
  sendVariant(res, asked, page.representation.status, variant)
  return true
}

type Unread = Omit<Exchange, 'address'>

async function answer(
  options: FrontOptions,
  site: Site | undefined,
  unread: Unread,
  found: AddressResult,
): Promise<void> {
  const { res, asked } = unread
  if (found.kind === 'page') return answerPage(options, site, { ...unread, address: found.address })
  if (!isRead(asked)) return reject(options, res, methodNotAllowed(READ))
  if (found.kind === 'redirect') return redirect(options, res, 308, found.location)
  return sendMissing(options, site, unread)
}

async function answerPage(options: FrontOptions, site: Site | undefined, exchange: Exchange) {
  const { res, asked, address } = exchange
  const matches = matchEndpoints(options.endpoints, address.pathname)
  const own = matches.find(({ endpoint }) =>
    endpoint.methods.some((method) => takes(method, asked)),
  )
  if (matches.length > 0 && own === undefined) {
    const methods = matches.flatMap(({ endpoint }) => endpoint.methods)
    const allow = methods.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method]))
    return reject(options, res, methodNotAllowed(allow.join(', ')))
  }
  if (own === undefined && !isRead(asked)) return reject(options, res, methodNotAllowed(READ))
  if (site === undefined && !own?.endpoint.early) return reject(options, res, STARTING)
  if (own !== undefined && !own.endpoint.cached) return answerEndpoint(options, exchange, own)
  if (site === undefined) return
  if (isImageAddress(address.pathname)) return answerImage(options, site, exchange)
  if (await sendLargeFile(options, site, exchange)) return
  const page = address.shared ? await site.cache.get(address.key) : await site.render(address.key)
  await sendPage(options, exchange, page)
}

/** Never through the page cache: an address that had no picture yet may have one now. */
async function answerImage(options: FrontOptions, site: Site, exchange: Exchange): Promise<void> {
  const { res, asked, address } = exchange
  const image = await site.findImage(askedImage(address.pathname))
  if (image?.state === 'moved') return redirect(options, res, 307, image.location)
  if (image?.state === 'busy') return reject(options, res, IMAGE_BUSY)
  if (image === undefined || !(await streamImage(res, asked, image, options.always))) {
    await sendMissing(options, site, exchange)
  }
}

const takes = (method: string, asked: Asked) =>
  method === asked.method || (method === 'GET' && asked.method === 'HEAD')

async function sendLargeFile(options: FrontOptions, site: Site, { res, asked, address }: Exchange) {
  const file = site.findFile(address.pathname)
  const stats = file && (await statFile(file.path))
  if (file === undefined || stats === undefined || stats.size <= MAX_KEPT_FILE) return false
  streamFile(res, asked, file, stats, options.always)
  return true
}

async function sendPage(options: FrontOptions, { res, asked, address }: Exchange, page: Page) {
  const { representation, location } = page
  if (location !== undefined) {
    const query = location.includes('?') ? '' : address.search
    return redirect(options, res, representation.status, location + query)
  }
  const sent = await sendRepresentation(res, asked, representation)
  if (!sent) reject(options, res, NOT_ACCEPTABLE)
}

function redirect({ always }: FrontOptions, res: ServerResponse, status: number, location: string) {
  res.writeHead(status, [
    ...always.flat(),
    ...['Location', location, 'Content-Length', '0'],
    ...['Cache-Control', 'public, max-age=0, must-revalidate'],
    // An article that moved sends programs that asked for Markdown to its Markdown.
    ...['Vary', 'Accept'],
  ])
  res.end()
}

async function sendMissing(
  options: FrontOptions,
  site: Site | undefined,
  { res, asked }: Unread,
): Promise<void> {
  if (site === undefined) return reject(options, res, STARTING)
  const page = await site.cache.get('/errors/404')
  const sent = await sendRepresentation(res, asked, page.representation)
  if (!sent) reject(options, res, NOT_ACCEPTABLE)
}

function reject(options: FrontOptions, res: ServerResponse, refusal: Refusal) {
  sendRefusal(res, refusal, options.always)
}

/** Readers see safe words; the log keeps the cause. */
async function fail(
  options: FrontOptions,
  site: Site | undefined,
  req: IncomingMessage,
  res: ServerResponse,
  error: unknown,
): Promise<void> {
  options.log.error({ err: error, method: req.method, url: req.url }, 'A request failed')
  if (res.headersSent) return void res.destroy()
  const words = await site?.failure()
  if (words === undefined) return reject(options, res, STARTING)
  const asked = { ...readAsked(req), ifNoneMatch: undefined, range: undefined }
  const sent = await sendRepresentation(res, asked, words)
  if (!sent) reject(options, res, NOT_ACCEPTABLE)
}
