/** A mark that could start, end or be part of a link, an image or HTML. */
const REFERENCE_MARK = /[[\]<>]/

/** No mark of Markdown starts like this: with a letter, at the very start of the line. */
const PLAIN_LINE = /^\p{L}/u

/** Characters that may change the meaning of what follows them (the first such) or precedes them (the last). */
const FIRST_MARK = /[[\]<>!`\\&]/
const LAST_MARK = /[[\]<>()`\\&;][^[\]<>()`\\&;]*$/

/** Everything except the first letter of each line, which shows that the line is prose. */
const REST_OF_LINE = /(?<=[^\n])[^\n]/g

/**
 * The body with its plain prose made cheap to parse, for finding links, images, HTML and headings, which keep their places.
 * A block of pure prose is reduced to one letter a line; in a block of prose with links, the text before the first and
 * after the last is replaced by a character that starts nothing.
 */
export function withoutPlainBlocks(body: string): string {
  return body
    .split(/(\n[ \t]*\n)/)
    .map(cheapened)
    .join('')
}

function cheapened(block: string): string {
  if (!block.split('\n').every((line) => PLAIN_LINE.test(line))) return block
  if (!REFERENCE_MARK.test(block)) return block.replace(/[^\n]+/g, 'x')
  const first = block.search(FIRST_MARK)
  const last = block.search(LAST_MARK) + 1
  const before = block.slice(0, first).replace(REST_OF_LINE, ',')
  return before + block.slice(first, last) + block.slice(last).replace(REST_OF_LINE, ',')
}
