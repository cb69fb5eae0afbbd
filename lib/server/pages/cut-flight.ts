const END = Buffer.from('</body></html>')
const CLOSE = Buffer.from('</script>')
const OPEN = Buffer.from('<script>self.__next_f.push(')

/**
 * A document without the data that Next writes for its client at the very end: more than half of most documents, which
 * would be decoded and parsed letter by letter only to be dropped. It cuts backwards from the end, where there can only be
 * markup, and only scripts without a single `<` in them (Next escapes it), so it never cuts into a text or an attribute
 * that quotes such a script. In UTF-8 no byte of another character looks like `<`.
 */
export function cutFlight(html: Buffer): Buffer {
  if (!endsWith(html, END, html.length)) return html
  let end = html.length - END.length
  while (endsWith(html, CLOSE, end)) {
    const start = html.lastIndexOf('<', end - CLOSE.length - 1)
    if (start === -1 || !endsWith(html, OPEN, start + OPEN.length)) break
    end = start
  }
  return Buffer.concat([html.subarray(0, end), END])
}

const endsWith = (bytes: Buffer, tail: Buffer, end: number) =>
  end >= tail.length && bytes.subarray(end - tail.length, end).equals(tail)
