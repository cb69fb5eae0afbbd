import { MAX_BODY } from '@/lib/http/endpoint'
import type { Words } from '@/lib/words/words'
import type { AllowedHosts } from './hosts'
import type { RequestHead } from './request-head'

export type Refusal = {
  status: number
  /** For programs, in English. */
  why: string
  /** For readers, where one may meet it. */
  says?: keyof Words['refused']
  headers?: Record<string, string>
}

type Rule = Refusal & { when: (asked: RequestHead, hosts: AllowedHosts) => boolean }

/** Browsers send about twenty. */
const MAX_HEADERS = 100
/** Node limits the whole head of a request to twice this (see http-server.ts). */
export const MAX_TARGET = 16 * 1024

const ADDRESS_TOO_LONG: Refusal = {
  status: 414,
  why: 'The address is too long',
  says: 'addressTooLong',
}
export const BODY_TOO_LARGE: Refusal = {
  status: 413,
  why: 'The body is too large',
  says: 'bodyTooLarge',
}

/** What never passes the front; the first rule that matches decides. Each endpoint has its own rules for method and body. */
const RULES: readonly Rule[] = [
  { status: 431, why: 'Too many header fields', when: (r) => r.headerCount > MAX_HEADERS },
  { status: 400, why: 'Exactly one Host header is needed', when: (r) => r.hosts !== 1 },
  {
    status: 400,
    why: 'This server does not answer to that host',
    when: (r, hosts) => !hosts.allows(r.host),
  },
  {
    status: 400,
    why: 'This server does not answer to that host',
    when: (r, hosts) =>
      r.forwardedHost !== undefined &&
      !r.forwardedHost.split(',').every((host) => hosts.allows(host.trim())),
  },
  {
    status: 417,
    why: 'The only expectation that this server meets is 100-continue',
    when: (r) => r.expect !== undefined && !WAITS_FOR_CONTINUE.test(r.expect),
  },
  { ...ADDRESS_TOO_LONG, when: (r) => r.target.length > MAX_TARGET },
  { ...BODY_TOO_LARGE, when: (r) => r.contentLength > MAX_BODY },
  {
    status: 400,
    why: 'The target must be a path',
    when: (r) => r.target.charCodeAt(0) !== SLASH && r.target !== '*',
  },
]

const SLASH = 0x2f

/** A client that sends this header waits for `100 Continue` before it sends its body. */
export const WAITS_FOR_CONTINUE = /^100-continue$/i

export function refuse(asked: RequestHead, hosts: AllowedHosts): Refusal | undefined {
  for (const rule of RULES) if (rule.when(asked, hosts)) return rule
  return undefined
}

export const methodNotAllowed = (allow: string): Refusal => ({
  status: 405,
  why: `Only ${allow} here`,
  headers: { Allow: allow },
})

export const NOT_ACCEPTABLE: Refusal = {
  status: 406,
  why: 'None of the accepted codings is available',
}
export const STARTING: Refusal = {
  status: 503,
  why: 'The archive is being read; please try again in a moment',
  says: 'starting',
  headers: { 'Retry-After': '2' },
}
