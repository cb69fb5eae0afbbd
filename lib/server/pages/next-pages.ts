import type { IncomingMessage, RequestListener, Server } from 'node:http'
import { buffer } from 'node:stream/consumers'
import inject from 'light-my-request'
import next from 'next'
import config from '@/next.config'

/** What Next said about one address. */
export type NextReply = {
  status: number
  type: string
  location: string | undefined
  setsCookie: boolean
  /** Next answered from its own prerendered store, without asking lib: its tags are unknown. */
  prerendered: boolean
  body: Buffer
}

export type NextPages = {
  render(path: string): Promise<NextReply>
  /** Hands a request over as it is: hot reload in development, nothing else. */
  passThrough: RequestListener
  close(): Promise<void>
}

type Options = {
  root: string
  dev: boolean
  siteUrl: string
  port: number
  /** The name under which the server says it is there. In development Next gives its modules to pages of this name alone. */
  hostname: string
  httpServer: Server
}

export async function startNext(options: Options): Promise<NextPages> {
  const { root, dev, siteUrl, port, hostname, httpServer } = options
  // In production the front is the whole of what Next's own router would do, and Next's compiler, which that router
  // loads to read these settings, has nothing to do here: 30 MB, and a start half a second sooner.
  const app = next({
    dir: root,
    dev,
    port,
    ...(dev ? { hostname, httpServer } : { conf: config, customServer: false }),
  })
  // Else Node would keep the maps of all sources in the pages' code, 50 MB, for the line numbers of a stack trace.
  process.setSourceMapsEnabled(dev)
  await app.prepare()
  const handle = app.getRequestHandler()
  // All that Next ever hears of a request beside its address: no header of a client reaches a page.
  const headers = { host: new URL(siteUrl).host, accept: 'text/html' }
  return {
    async render(path) {
      const reply = await inject((req, res) => void handle(req, res), {
        method: 'GET',
        url: path,
        headers,
        // Else all of it would be made a string besides, most of which is thrown away.
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
