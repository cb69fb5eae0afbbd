/** Enough to know it again. */
const MOST = 140

/** The beginning of a comment, on one line, ended at a word. */
export function firstWords(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  if (line.length <= MOST) return line
  const cut = line.slice(0, MOST).replace(/[\uD800-\uDBFF]$/, '')
  const space = cut.lastIndexOf(' ')
  return `${space > MOST / 2 ? cut.slice(0, space) : cut}…`
}
