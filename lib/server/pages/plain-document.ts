import { en } from '@/lib/words/en'
import { NOT_KEPT, securityHeaders } from '../front/headers'
import { Representation } from '../front/representation'
import type { Page } from './kept-pages'

/** While an error page itself can't be rendered, plain words replace it for this long, in milliseconds. */
const STANDS_IN = 1_000

type Words = { status: number; heading: string; words: string }

/** An error page made of these words alone, in English: the failure may be in what knows the site's language. */
export function plainDocument(
  { status, heading, words }: Words,
  { siteUrl, now }: { siteUrl: string; now: () => Date },
): Page {
  const html = `<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>${heading}</title><h1>${heading}</h1><p>${words} <a href="/">${en.site.goToFrontPage}</a></p></html>`
  const representation = new Representation({
    status,
    type: 'text/html; charset=utf-8',
    body: Buffer.from(html),
    headers: [...securityHeaders(siteUrl), ...NOT_KEPT],
  })
  const validUntil = new Date(now().getTime() + STANDS_IN)
  return { representation, tags: [], validUntil, keep: true }
}

export const FAILED: Words = {
  status: 500,
  heading: en.failure.title,
  words: en.failure.text,
}

export const NOT_FOUND: Words = {
  status: 404,
  heading: en.missing.title,
  words: en.missing.text,
}
