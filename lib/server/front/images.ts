import type { ServerResponse } from 'node:http'
import type { FoundImage } from '@/lib/images/find-image'
import { type ServedFile, statFile, streamFile } from './files'
import { IMMUTABLE, REVALIDATED, withOwn } from './headers'
import type { Refusal } from './refusals'
import type { Header } from './representation'
import type { RequestHead } from './request-head'

/** Finds the image at an address below /media, and draws it if need be. */
export type ImageFinder = (asked: string) => Promise<FoundImage | undefined>

const MEDIA = '/media/'

export const isImageAddress = (pathname: string) => pathname.startsWith(MEDIA)

export const askedImage = (pathname: string) => pathname.slice(MEDIA.length)

export const IMAGE_BUSY: Refusal = {
  status: 503,
  why: 'Others wait for their pictures; please try again in a moment',
  headers: { 'Retry-After': '2' },
}

/** Shared caches ask again after this for a picture that belongs to an article, since the article may be gone. */
const ARTICLES_SECONDS = 600

const freshness = ({
  isVersion,
  isArticles,
  file,
}: Extract<FoundImage, { state: 'found' }>): Header[] => [
  ...(isVersion ? IMMUTABLE : REVALIDATED),
  ...(isVersion && isArticles
    ? [['CDN-Cache-Control', `public, max-age=${ARTICLES_SECONDS}`] as const]
    : []),
  ...(file === undefined ? [] : fileHeaders(file)),
]

/** Whatever a file holds, it is never a page of ours: it may run and load nothing. Sandboxed, Chromium shows no PDF. */
const fileHeaders = ({ savedAs }: { savedAs?: string }): Header[] => [
  ['Content-Security-Policy', savedAs === undefined ? NO_PAGE : `${NO_PAGE}; sandbox`],
  ...(savedAs === undefined ? [] : [['Content-Disposition', dispositionOf(savedAs)] as const]),
]

const NO_PAGE = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"

/** RFC 6266 with the encoding of RFC 8187. */
const dispositionOf = (name: string) =>
  `attachment; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)}`

/**
 * Streams a drawn picture from disk: in memory it would push out pages, and each browser requests it only once. False when
 * the file has vanished meanwhile.
 */
export async function streamImage(
  res: ServerResponse,
  asked: RequestHead,
  image: Extract<FoundImage, { state: 'found' }>,
  always: readonly Header[],
): Promise<boolean> {
  const stats = await statFile(image.path)
  if (stats === undefined) return false
  const { path, type } = image
  const headers = freshness(image)
  const file: ServedFile = { path, type, headers: [] }
  streamFile(res, asked, file, stats, withOwn(always, headers))
  return true
}
