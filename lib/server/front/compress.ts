import { promisify } from 'node:util'
import zlib from 'node:zlib'
import type { Coding } from './negotiate'

const brotli = promisify<zlib.InputType, zlib.BrotliOptions, Buffer>(zlib.brotliCompress)
const gzip = promisify<zlib.InputType, zlib.ZlibOptions, Buffer>(zlib.gzip)
const brotliBack = promisify<zlib.InputType, Buffer>(zlib.brotliDecompress)
const gzipBack = promisify<zlib.InputType, Buffer>(zlib.gunzip)

/** Brotli 6 takes less than a millisecond for a page, as 5 does; brotli 11 takes thirteen for 13% fewer bytes. */
export const QUICK_EFFORT = 6
export const BEST_EFFORT = 11
const GZIP_EFFORT = 6

/** With fewer bytes, compression costs more than it saves. */
const WORTH_COMPRESSING = 200

/** Compresses on libuv's threads, never on the thread that answers requests. */
export async function compress(
  body: Buffer,
  coding: Coding,
  effort = QUICK_EFFORT,
): Promise<Buffer> {
  if (coding === 'identity') return body
  if (coding === 'gzip') return exact(await gzip(body, { level: GZIP_EFFORT }))
  const small = await brotli(body, {
    params: {
      [zlib.constants.BROTLI_PARAM_MODE]: zlib.constants.BROTLI_MODE_TEXT,
      [zlib.constants.BROTLI_PARAM_QUALITY]: effort,
      [zlib.constants.BROTLI_PARAM_SIZE_HINT]: body.length,
      [zlib.constants.BROTLI_PARAM_LGWIN]: windowFor(body.length),
    },
  })
  return exact(small)
}

/** zlib returns a view of a 16 KB buffer, all of which would stay in memory as long as the page does. */
function exact(bytes: Buffer): Buffer {
  const own = Buffer.allocUnsafeSlow(bytes.length)
  own.set(bytes)
  return own
}

export async function decompress(body: Buffer, coding: Coding): Promise<Buffer> {
  if (coding === 'br') return brotliBack(body)
  return coding === 'gzip' ? gzipBack(body) : body
}

/** Whether compression helps: text shrinks, but images, fonts and archives are compressed already. */
export function isCompressible(contentType: string, bytes: number): boolean {
  if (bytes < WORTH_COMPRESSING) return false
  return /^text\/|[/+](?:json|xml|javascript|speculationrules\+json|manifest\+json)\b|^image\/svg/.test(
    contentType,
  )
}

/**
 * The smallest window that holds the text: the best brotli takes eight bytes of memory for each byte of its window, 32 MB
 * by default.
 */
function windowFor(bytes: number): number {
  const { BROTLI_MIN_WINDOW_BITS: min, BROTLI_MAX_WINDOW_BITS: max } = zlib.constants
  return Math.min(max, Math.max(min, Math.ceil(Math.log2(bytes + 16))))
}
