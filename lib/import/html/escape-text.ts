/** A bare address becomes a link as it is; a backslash in it would belong to it. */
const ADDRESS = /(?:https?:\/\/|www\.)[^\s<>"'`*[\]|\\]+/g

/** `<b`, `</b`, `<!`, `<?` and `&amp;` would be HTML. */
const MARKUP = /<(?=[a-z/!?])|&(?=#?\w+;)/gi

/** Text as Markdown that prints it; `mark` is turndown's own, which knows no HTML and no addresses. */
export function escapeText(text: string, mark: (text: string) => string): string {
  let escaped = ''
  let done = 0
  for (const { index, 0: address } of text.matchAll(ADDRESS)) {
    escaped += escapeWords(text.slice(done, index), mark) + address
    done = index + address.length
  }
  return escaped + escapeWords(text.slice(done), mark)
}

const escapeWords = (text: string, mark: (text: string) => string) =>
  mark(text)
    .replace(MARKUP, '\\$&')
    // A heading without words.
    .replace(/^#{1,6}(?=\s|$)/gm, '\\$&')
    // Strikethrough, and the cells of a table.
    .replace(/~~/g, '\\~\\~')
    .replace(/\|/g, '\\|')
