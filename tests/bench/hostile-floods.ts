import http from 'node:http'
import { connect, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

/** Requests of one client that wants to do harm. */
export type Flood = {
  name: string
  requests: number
  goal: string
  /** Sends all of them; `round` keeps addresses from being requested twice. */
  send: (url: string, round: number) => Promise<void>
}

const ARTICLE = '/articles/why-did-japan-skip-the-nato-summit'
/** Long enough for the server to read what was sent before the client gives up. */
const HALF_SENT_MS = 300

const unknown = [
  (n: string) => `/articles/none-${n}`,
  (n: string) => `/articles/none-${n}/history`,
  (n: string) => `/articles/none-${n}/comments.xml`,
  (n: string) => `/tags/none-${n}`,
  (n: string) => `/sources/none-${n}/feed.xml`,
  (n: string) => `/authors/none-${n}`,
  (n: string) => `/sections/none-${n}`,
  (n: string) => `/page/${n.replace('-', '9')}`,
  (n: string) => `/c/none-${n}`,
  (n: string) => `/none-${n}`,
  (n: string) => `/none/${n}/none.php`,
  (n: string) => `/media/none-${n}.webp`,
]

const words = ['harbour', 'summit', 'election', 'drought', 'ferry', 'budget', 'strike', 'verdict']
const question = (n: number, round: number) =>
  `Why did the ${words[n % words.length]} of ${words[(n >> 3) % words.length]} end ${round}${n}?`

export const FLOODS: readonly Flood[] = [
  {
    name: 'half-sent POSTs given up together',
    requests: 300,
    goal: '≤ 0.3 s; ≤ 50 ms',
    send: (url) => giveUp(url, 300),
  },
  {
    name: '/readyz, 8 at a time',
    requests: 2000,
    goal: '≤ 50 ms',
    send: (url) => ask(url, { requests: 2000, atOnce: 8, address: () => '/readyz' }),
  },
  {
    name: 'unknown addresses of every kind, 20 at a time',
    requests: 2400,
    goal: '≤ 50 ms',
    send: (url, round) => {
      const address = (n: number) => unknown[n % unknown.length]?.(`${round}-${n}`) ?? '/'
      return ask(url, { requests: 2400, atOnce: 20, address })
    },
  },
  {
    name: 'pages of comments beyond the last, 20 at a time',
    requests: 2000,
    goal: '≤ 50 ms',
    send: (url, round) => {
      const address = (n: number) => `${ARTICLE}?comments=${(round + 1) * 10_000 + n}`
      return ask(url, { requests: 2000, atOnce: 20, address })
    },
  },
  {
    name: '/search, 8 at a time',
    requests: 100,
    goal: '≤ 50 ms',
    send: (url, round) => {
      const address = (n: number) => `/search?q=${encodeURIComponent(question(n, round))}`
      return ask(url, { requests: 100, atOnce: 8, address })
    },
  },
  {
    name: '/ask, 8 at a time',
    requests: 100,
    goal: '≤ 50 ms',
    send: (url, round) => {
      const address = (n: number) => `/ask?q=${encodeURIComponent(question(n, round))}`
      return ask(url, { requests: 100, atOnce: 8, address })
    },
  },
]

type Asking = { requests: number; atOnce: number; address: (n: number) => string }

async function ask(url: string, { requests, atOnce, address }: Asking): Promise<void> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: atOnce })
  let next = 0
  const client = async () => {
    while (next < requests) await get(url + address(next++), agent)
  }
  await Promise.all(Array.from({ length: atOnce }, client))
  agent.destroy()
}

/** Any answer will do, even a refusal. */
export function get(address: string, agent: http.Agent): Promise<void> {
  return new Promise((resolve, reject) => {
    http
      .get(address, { agent, headers: { 'accept-encoding': 'br' } }, (reply) => {
        reply.on('end', resolve).on('error', reject).resume()
      })
      .on('error', reject)
  })
}

/** Starts to send forms, sends part of each, and disconnects. */
async function giveUp(url: string, requests: number): Promise<void> {
  const { hostname, port, host } = new URL(url)
  const head = `POST /api/comments HTTP/1.1\r\nHost: ${host}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\r\nname=`
  const sockets = await Promise.all(
    Array.from(
      { length: requests },
      () =>
        new Promise<Socket>((resolve) => {
          const socket = connect(Number(port), hostname, () => {
            socket.write(head, () => resolve(socket))
          })
          socket.on('error', () => undefined)
        }),
    ),
  )
  await sleep(HALF_SENT_MS)
  for (const socket of sockets) socket.destroy()
}
