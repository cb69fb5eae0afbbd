import { LRUCache } from 'lru-cache'
import Negotiator from 'negotiator'

export const CODINGS = ['br', 'gzip', 'identity'] as const
export type Coding = (typeof CODINGS)[number]

/**
 * The content coding to answer with (RFC 9110, 12.5.3): the acceptable one with the highest weight, and among equals the
 * smallest. Undefined when the client refuses everything we have (`identity;q=0`).
 */
export function chooseCoding(acceptEncoding: string | undefined): Coding | undefined {
  const client = new Negotiator({ headers: { 'accept-encoding': acceptEncoding } })
  const best = client.encoding([...CODINGS], { preferred: [...CODINGS] })
  return CODINGS.find((coding) => coding === best)
}

/** Browsers send a handful of different values; an attacker's inventions only push each other out. */
const remembered = new LRUCache<string, Coding>({ max: 200 })

/** `chooseCoding`, cached by header value. */
export function codingFor(acceptEncoding: string | undefined): Coding | undefined {
  if (acceptEncoding === undefined) return 'identity'
  const known = remembered.get(acceptEncoding)
  if (known !== undefined) return known
  const coding = chooseCoding(acceptEncoding)
  remembered.set(acceptEncoding, coding)
  return coding
}
