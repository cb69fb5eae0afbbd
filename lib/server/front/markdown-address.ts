import Negotiator from 'negotiator'
import { ASKED_BY_ACCEPT } from '@/lib/http/endpoint'
import type { Address } from './address'

const ARTICLE = /^\/articles\/[^/?]+$/

/** Whether the answer at this cache key varies by Accept. */
export const isNegotiated = (key: string): boolean => /^\/articles\/[^/?]+(?:\?|$)/.test(key)

/** The address of the answer for a client that requests an article with this Accept header. */
export function negotiatedAddress(address: Address, accept: string | undefined): Address {
  if (accept === undefined || !accept.includes('text/markdown')) return address
  if (!ARTICLE.test(address.pathname) || address.pathname.endsWith('.md')) return address
  if (!prefersMarkdown(accept)) return address
  const [path = ''] = address.key.split('?')
  return {
    ...address,
    pathname: `${address.pathname}.md`,
    key: `${path}.md?${ASKED_BY_ACCEPT}=`,
  }
}

/**
 * Whether an Accept header (RFC 9110, 12.5.1) names Markdown and ranks it above HTML, or names it first of two that it
 * ranks alike. Accepting everything is no request for Markdown.
 */
export function prefersMarkdown(accept: string): boolean {
  const [best] = new Negotiator({ headers: { accept } }).mediaTypes(['text/html', 'text/markdown'])
  return best === 'text/markdown'
}
