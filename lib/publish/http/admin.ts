import { LRUCache } from 'lru-cache'
import type { EndpointReply, EndpointRequest } from '@/lib/http/endpoint'
import { isSame } from '@/lib/http/keyed-hash'
import { header, json } from '@/lib/http/reply'

/** Nobody mistypes a token more often than this; only wrong ones count, so that guessers can't lock an editor out. */
const MOST_FAILURES = 10
const WINDOW_MS = 10 * 60_000
/** The number of networks to remember; the total slows a larger botnet. */
const KEPT_NETWORKS = 10_000
const MOST_FAILURES_IN_ALL = 100
const ALL = 'all'

type Options = {
  adminToken: string | undefined
  networkOf: (client: string) => string
  now: () => Date
}

const UNAUTHORIZED = json(
  401,
  { error: 'This page needs ADMIN_TOKEN, as a Bearer token or as the password.' },
  { 'www-authenticate': 'Basic realm="ADMIN_TOKEN as the password", charset="UTF-8"' },
)

type Failures = { count: number; until: number }

/** Decides who may see the editors' pages: clients that send ADMIN_TOKEN, as a Bearer token or as the password of Basic. */
export class AdminGate {
  readonly #options: Options
  readonly #failures = new LRUCache<string, Failures>({ max: KEPT_NETWORKS })

  constructor(options: Options) {
    this.#options = options
  }

  /** The refusal to answer with; undefined when the request may pass. */
  refuse(request: Pick<EndpointRequest, 'client' | 'headers'>): EndpointReply | undefined {
    const { adminToken, networkOf, now } = this.#options
    if (adminToken === undefined) {
      return json(404, { error: 'This page is closed: ADMIN_TOKEN is not set.' })
    }
    const given = givenToken(header(request, 'authorization'))
    // A request without a token is no failed attempt: every browser starts with one.
    if (given === undefined) return UNAUTHORIZED
    if (isSame(adminToken, given)) return undefined
    return this.#tooMany(networkOf(request.client), now().getTime()) ?? UNAUTHORIZED
  }

  /** Counts a wrong token; returns a refusal if there were too many before it. */
  #tooMany(network: string, at: number): EndpointReply | undefined {
    const wait = Math.max(
      this.#wait(network, MOST_FAILURES, at),
      this.#wait(ALL, MOST_FAILURES_IN_ALL, at),
    )
    if (wait > 0) {
      const retry = { 'retry-after': String(Math.ceil(wait / 1000)) }
      return json(429, { error: 'Too many wrong tokens. Please wait a few minutes.' }, retry)
    }
    for (const name of [network, ALL]) this.#count(name, at)
    return undefined
  }

  #wait(name: string, most: number, at: number): number {
    const failures = this.#failures.get(name)
    return failures !== undefined && failures.count >= most ? failures.until - at : 0
  }

  #count(name: string, at: number): void {
    const before = this.#failures.get(name)
    const current = before !== undefined && before.until > at ? before : undefined
    this.#failures.set(name, {
      count: (current?.count ?? 0) + 1,
      until: current?.until ?? at + WINDOW_MS,
    })
  }
}

function givenToken(authorization: string | undefined): string | undefined {
  const [, scheme = '', value = ''] = /^(\w+) +(\S+)$/.exec(authorization?.trim() ?? '') ?? []
  if (scheme.toLowerCase() === 'bearer') return value
  if (scheme.toLowerCase() !== 'basic') return undefined
  const pair = Buffer.from(value, 'base64').toString('utf8')
  return pair.slice(pair.indexOf(':') + 1)
}
