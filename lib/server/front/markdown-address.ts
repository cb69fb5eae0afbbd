import { ASKED_BY_ACCEPT } from '@/lib/http/endpoint'
import type { Address } from './address'

const ARTICLE = /^\/articles\/[^/?]+$/

/** Whether what is at this cache key hangs on the client's Accept header. */
export const isNegotiated = (key: string): boolean => /^\/articles\/[^/?]+(?:\?|$)/.test(key)

/** Where the client that asked for an article in this way is answered from. */
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
 * Whether an Accept header (RFC 9110, 12.5.1) names Markdown and ranks it above HTML; that both are welcome is
 * no wish for Markdown.
 */
export function prefersMarkdown(accept: string): boolean {
  const weights = new Map<string, number>()
  for (const part of accept.toLowerCase().split(',')) {
    const [type = '', ...parameters] = part.split(';').map((piece) => piece.trim())
    const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2)
    weights.set(type, weight === undefined ? 1 : Number(weight) || 0)
  }
  const markdown = weights.get('text/markdown') ?? 0
  const html = weights.get('text/html') ?? weights.get('text/*') ?? weights.get('*/*') ?? 0
  // With `text/markdown, */*` Markdown was asked for in particular.
  return markdown > 0 && (markdown > html || (markdown === html && !weights.has('text/html')))
}
