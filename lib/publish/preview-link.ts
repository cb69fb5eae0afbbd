import { isSame, keyedHash } from '@/lib/http/keyed-hash'

/** Long enough for a colleague to read it overnight, too short to become the article's address. */
export const PREVIEW_HOURS = 24

export type PreviewQuery = { expires: string; signature: string }
export type PreviewDecision = 'open' | 'expired' | 'forged'

/** Derived from ADMIN_TOKEN: the preview doesn't reveal the token, and a new token revokes all previews. */
const signed = (adminToken: string, slug: string, expires: string) =>
  keyedHash(keyedHash(adminToken, 'preview key'), 'preview', slug, expires)

/** The query that opens the preview of one article, whatever its state, for PREVIEW_HOURS from now. */
export function previewQuery(adminToken: string, slug: string, now: Date): PreviewQuery {
  const expires = String(Math.floor(now.getTime() / 1000) + PREVIEW_HOURS * 3600)
  return { expires, signature: signed(adminToken, slug, expires) }
}

export function mayPreview(
  adminToken: string,
  slug: string,
  { expires, signature }: PreviewQuery,
  now: Date,
): PreviewDecision {
  if (!isSame(signed(adminToken, slug, expires), signature)) return 'forged'
  return Number(expires) * 1000 > now.getTime() ? 'open' : 'expired'
}
