/** The cache tags of pages that show histories. */
export const historyTag = (slug: string) => `history:${slug}`
/** Carried by each page that shows the history of any article. */
export const HISTORY = 'history'
export const CORRECTIONS = 'corrections'
