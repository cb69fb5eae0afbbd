import type { Paper, Words } from '@/lib/words/words'
import { NOT_KEPT, securityHeaders } from '../front/headers'
import { plainHtml } from '../front/plain-html'
import { Representation } from '../front/representation'
import type { Page } from './kept-pages'

/** While an error page itself can't be rendered, plain words replace it for this long, in milliseconds. */
const STANDS_IN = 1_000

const MESSAGES = {
  500: ({ failure }: Words) => failure,
  404: ({ missing }: Words) => missing,
}

/** An error page made of a few words alone. */
export function plainDocument(
  status: keyof typeof MESSAGES,
  { siteUrl, paper, now }: { siteUrl: string; paper: () => Paper; now: () => Date },
): Page {
  const representation = new Representation({
    status,
    type: 'text/html; charset=utf-8',
    body: Buffer.from(plainHtml(paper(), MESSAGES[status])),
    headers: [...securityHeaders(siteUrl), ...NOT_KEPT],
  })
  const validUntil = new Date(now().getTime() + STANDS_IN)
  return { representation, tags: [], validUntil, keep: true }
}
