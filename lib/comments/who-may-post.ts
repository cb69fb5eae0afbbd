export type PostingDecision = 'allowed' | 'refused' | 'confirm'

/**
 * Whether a POST came from a page of this site. A browser sends Origin with every POST and, on https and localhost,
 * Sec-Fetch-Site, and a script of another site can set neither. Without both (old browsers, programs) one of our pages asks
 * the writer to confirm: see tokens.ts.
 *
 * @param siteOrigins the origins under which this site is reached, `https://example.org`
 */
export function whoMayPost(
  origin: string | undefined,
  secFetchSite: string | undefined,
  siteOrigins: readonly string[],
): PostingDecision {
  if (origin !== undefined && !siteOrigins.includes(origin)) return 'refused'
  if (secFetchSite !== undefined && secFetchSite !== 'same-origin') return 'refused'
  return origin === undefined && secFetchSite === undefined ? 'confirm' : 'allowed'
}
