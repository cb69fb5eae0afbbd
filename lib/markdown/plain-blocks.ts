/** A mark that could begin, end or be part of a link, an image or HTML. */
const REFERENCE_MARK = /[[\]<>]/

/** Begins as no mark of Markdown does: with a letter, at the very start of the line. */
const PLAIN_LINE = /^\p{L}/u

/** What could matter to what comes after it, or what comes before to it. */
const FIRST_MARK = /[[\]<>!`\\&]/
const LAST_MARK = /[[\]<>()`\\&;][^[\]<>()`\\&;]*$/

/** All but the first letter of each line: it is what tells that the line is prose. */
const REST_OF_LINE = /(?<=[^\n])[^\n]/g

/**
 * The body with its plain prose made cheap to parse: for finding links, images, HTML and headings, which stay where they
 * were. A block that is all prose is cut down to a letter a line; of a block of prose with links only what stands
 * before the first and after the last is blotted out, by the one kind of character that begins nothing.
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
