import { createReadStream, type Stats } from 'node:fs'
import { readdir, readFile, stat } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import path from 'node:path'
import { lookup } from 'mrmime'
import { matchingEtag } from './etag'
import { readRange } from './range'
import { type Header, Representation } from './representation'
import type { RequestHead } from './request-head'

/** A file that has an address. */
export type ServedFile = { path: string; type: string; headers: readonly Header[] }

/** Larger files are streamed from disk and never enter the cache. */
export const MAX_KEPT_FILE = 1024 * 1024
/** How long a cached file is used before it is read again. */
export const FILE_TRUST_MS = 2_000

/** Our text files are UTF-8; JSON and XML declare their own encoding. */
const TEXT = /^text\/(?!xml)/

/** mrmime has no type for .ico. */
const ICON = 'image/x-icon'

export function typeOf(file: string): string {
  const type = file.endsWith('.ico')
    ? ICON
    : (lookup(path.extname(file)) ?? 'application/octet-stream')
  return TEXT.test(type) ? `${type}; charset=utf-8` : type
}

/**
 * Every file below a folder by its address: an address is looked up, never joined to a path, so none can leave the folder.
 */
export async function listFiles(
  folder: string,
  prefix: string,
  headers: readonly Header[],
): Promise<Map<string, ServedFile>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  const files = entries.filter((entry) => entry.isFile())
  return new Map(
    files.map((entry) => {
      const file = path.join(entry.parentPath, entry.name)
      const address = prefix + path.relative(folder, file).split(path.sep).join('/')
      return [address.normalize('NFC'), { path: file, type: typeOf(file), headers }]
    }),
  )
}

/** The file as an answer; undefined if it is gone or too large to cache. */
export async function readServedFile(
  file: ServedFile,
  always: readonly Header[],
): Promise<Representation | undefined> {
  const stats = await statFile(file.path)
  if (stats === undefined || stats.size > MAX_KEPT_FILE) return undefined
  return new Representation({
    status: 200,
    type: file.type,
    body: await readFile(file.path),
    headers: [...always, ...file.headers, ['Accept-Ranges', 'bytes']],
  })
}

export async function statFile(file: string): Promise<Stats | undefined> {
  const stats = await stat(file).catch(() => undefined)
  return stats?.isFile() ? stats : undefined
}

/** Streams a large file from disk, whole or one range of it. */
export function streamFile(
  res: ServerResponse,
  asked: RequestHead,
  file: ServedFile,
  stats: Stats,
  always: readonly Header[],
): void {
  const hash = `${stats.size.toString(36)}-${Math.round(stats.mtimeMs).toString(36)}`
  const etag = `"${hash}.identity0"`
  const headers = [...always, ...file.headers, ['ETag', etag], ['Accept-Ranges', 'bytes']].flat()
  if (asked.ifNoneMatch && matchingEtag(asked.ifNoneMatch, { hash, coding: 'identity', etag })) {
    res.writeHead(304, headers).end()
    return
  }
  const usable = asked.ifRange === undefined || asked.ifRange === etag
  const range = asked.range && usable ? readRange(asked.range, stats.size) : undefined
  if (range === 'unsatisfiable') {
    res.writeHead(416, [...headers, 'Content-Range', `bytes */${stats.size}`]).end()
    return
  }
  const { start, end } = range ?? { start: 0, end: stats.size - 1 }
  const extent = range ? ['Content-Range', `bytes ${start}-${end}/${stats.size}`] : []
  const length = ['Content-Type', file.type, 'Content-Length', String(end - start + 1)]
  res.writeHead(range ? 206 : 200, [...headers, ...length, ...extent])
  if (asked.method === 'HEAD') res.end()
  else pipeFile(res, file.path, start, end)
}

/**
 * When a file shrinks or vanishes while it is being sent, the connection is closed, since its length was already promised.
 */
function pipeFile(res: ServerResponse, file: string, start: number, end: number): void {
  const stream = createReadStream(file, { start, end })
  stream.on('error', () => res.destroy())
  res.on('close', () => stream.destroy())
  stream.pipe(res)
}
