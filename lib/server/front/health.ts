import type { Endpoint } from '@/lib/http/endpoint'

/** The only cause that a public answer gives. */
export const COMMENTS_MOVED = 'comments.sqlite was deleted, replaced or overwritten'

export type Readiness = {
  ready: boolean
  /** Content files with errors. */
  contentErrors: number
  /** A server without comments is still worth sending readers to. /status says why they can't be used. */
  comments: 'usable' | 'unavailable'
  commentsTrouble?: string
}

/** However often probes come, the state is checked no more often than this. */
export const PROBED_MS = 1_000

/** `/healthz`: the process is up. `/readyz`: content is usable and a page has been rendered. */
export function healthEndpoints(readiness: () => Promise<Readiness>): Endpoint[] {
  const json = 'application/json'
  return [
    {
      methods: ['GET'],
      path: '/healthz',
      early: true,
      handle: () => ({ status: 200, type: json, body: '{"status":"up"}\n' }),
    },
    {
      methods: ['GET'],
      path: '/readyz',
      early: true,
      handle: async () => {
        const state = await readiness()
        return { status: state.ready ? 200 : 503, type: json, body: `${JSON.stringify(state)}\n` }
      },
    },
  ]
}
