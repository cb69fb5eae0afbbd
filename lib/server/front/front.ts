import type { IncomingMessage, ServerResponse } from 'node:http'
import { matchEndpoints } from '@/lib/http/endpoint'
import type { PageCache } from '../pages/page-cache'
import { type Address, type AddressResult, readAddress } from './address'
import { answerEndpoint } from './answer-endpoint'
import type { Exchange, FrontOptions, Site, Unread } from './exchange'
import { MAX_KEPT_FILE, statFile, streamFile } from './files'
import { askedImage, IMAGE_BUSY, isImageAddress, streamImage } from './images'
import { negotiatedAddress } from './markdown-address'
import { codingFor } from './negotiate'
import { sendRefusal } from './plain-answer'
import { methodNotAllowed, type Refusal, refuse, STARTING } from './refusals'
import { type RequestHead, readRequestHead } from './request-head'
import { sendVariant } from './send'
import { redirect, sendFailure, sendMissing, sendPage } from './send-page'

/** The listener of the HTTP server: it refuses a request, answers it from the cache, or makes the answer. */
export function createFront(options: FrontOptions) {
  const { hosts, log } = options
  return function answerRequest(req: IncomingMessage, res: ServerResponse): void {
    if (log.verbose) res.on('finish', () => log.answered(req, res))
    const asked = readRequestHead(req)
    const refusal = refuse(asked, hosts)
    const found = refusal ?? findAddress(asked)
    const site = options.site()
    if (site !== undefined && 'kind' in found && found.kind === 'page') {
      if (answerFromCache(site.cache, asked, found.address, res)) return
    }
    // Until there is a site, every answer is the same 503, usually to a probe; the start logs its own progress.
    if (!log.verbose && site !== undefined) res.on('finish', () => log.answered(req, res))
    if ('status' in found) reject(options, res, found)
    else if (site?.passThrough?.(req, res) !== true) {
      answer(options, site, { req, res, asked }, found).catch((error: unknown) =>
        sendFailure(options, site, { req, res, asked }, error),
      )
    }
  }
}

function findAddress(asked: RequestHead): AddressResult {
  const found = readAddress(asked.target)
  if (found.kind !== 'page' || asked.accept === undefined) return found
  const address = negotiatedAddress(found.address, asked.accept)
  return address === found.address ? found : { kind: 'page', address }
}

const READ = 'GET, HEAD'
const isRead = ({ method }: RequestHead) => method === 'GET' || method === 'HEAD'

/** Answers nearly every request: awaits nothing and allocates next to nothing. */
function answerFromCache(
  cache: PageCache,
  asked: RequestHead,
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

/** Bypasses the page cache: an address that had no picture yet may have one now. */
async function answerImage(options: FrontOptions, site: Site, exchange: Exchange): Promise<void> {
  const { res, asked, address } = exchange
  const image = await site.findImage(askedImage(address.pathname))
  if (image?.state === 'moved') return redirect(options, res, 307, image.location)
  if (image?.state === 'busy') return reject(options, res, IMAGE_BUSY)
  if (image === undefined || !(await streamImage(res, asked, image, options.always))) {
    await sendMissing(options, site, exchange)
  }
}

const takes = (method: string, asked: RequestHead) =>
  method === asked.method || (method === 'GET' && asked.method === 'HEAD')

async function sendLargeFile(options: FrontOptions, site: Site, { res, asked, address }: Exchange) {
  const file = site.findFile(address.pathname)
  const stats = file && (await statFile(file.path))
  if (file === undefined || stats === undefined || stats.size <= MAX_KEPT_FILE) return false
  streamFile(res, asked, file, stats, options.always)
  return true
}

function reject(options: FrontOptions, res: ServerResponse, refusal: Refusal) {
  sendRefusal(res, refusal, options)
}
