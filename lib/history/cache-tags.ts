/** What pages show of histories, for the page cache. */
export const historyTag = (slug: string) => `history:${slug}`
/** Whatever shows the history of any article. */
export const HISTORY = 'history'
export const CORRECTIONS = 'corrections'
