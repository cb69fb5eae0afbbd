import type { IncomingMessage, RequestListener, Server } from 'node:http'
import { buffer } from 'node:stream/consumers'
import inject from 'light-my-request'
import next from 'next'
import { config } from '@/next.config'

/** Next's answer for one address. */
export type NextReply = {
  status: number
  type: string
  location: string | undefined
  setsCookie: boolean
  /** Next answered from its own prerendered store, without calling lib: its cache tags are unknown. */
  prerendered: boolean
  body: Buffer
}

export type NextPages = {
  render(path: string): Promise<NextReply>
  /** Passes a request on unchanged, only for hot reload in development. */
  passThrough: RequestListener
  close(): Promise<void>
}

type Options = {
  root: string
  /** The folder of the build; none in development. */
  distDir: string | undefined
  siteUrl: string
  port: number
  /** The name that the server announces itself by. In development Next gives its modules only to pages of this name. */
  hostname: string
  httpServer: Server
}

export async function startNext(options: Options): Promise<NextPages> {
  const { root, distDir, siteUrl, port, hostname, httpServer } = options
  const dev = distDir === undefined
  // In production the front does everything that Next's own router would do, and there is no work for Next's compiler,
  // which that router loads to read these settings: this saves 30 MB and half a second of the start.
  const app = next({
    dir: root,
    dev,
    port,
    ...(dev ? { hostname, httpServer } : { conf: { ...config, distDir }, customServer: false }),
  })
  // Otherwise Node would keep the source maps of the pages' code, 50 MB, for the line numbers of a stack trace.
  process.setSourceMapsEnabled(dev)
  await app.prepare()
  const handle = app.getRequestHandler()
  // All that Next gets of a request apart from its address: no header of a client reaches a page.
  const headers = { host: new URL(siteUrl).host, accept: 'text/html' }
  return {
    async render(path) {
      const reply = await inject((req, res) => void handle(req, res), {
        method: 'GET',
        url: path,
        headers,
        // Otherwise all of it would also become a string, most of which is discarded.
        payloadAsStream: true,
      })
      return {
        status: reply.statusCode,
        type: String(reply.headers['content-type'] ?? ''),
        location: reply.headers.location,
        setsCookie: reply.headers['set-cookie'] !== undefined,
        prerendered: reply.headers['x-nextjs-cache'] !== undefined,
        body: await buffer(reply.stream()),
      }
    },
    passThrough: (req, res) => void handle(req, res),
    close: () => app.close(),
  }
}

/** Requests of Next's development client: its chunks, its error overlay, the data of a hot-reloaded page. */
export function belongsToHotReload(req: IncomingMessage): boolean {
  return /^\/(?:_next|__nextjs)/.test(req.url ?? '') || req.headers.rsc !== undefined
}
