/** The text of a Markdown body for the index. */
export function plainText(body: string): string {
  return body
    .replace(/^(?:#{1,6}|>|[-*+]|\d+[.)])[ \t]+/gm, '')
    .replace(/!?\[([^\]\n]*)\]\([^)\n]*\)/g, '$1')
    .replace(/[*_`~]+/g, '')
    .trim()
}
