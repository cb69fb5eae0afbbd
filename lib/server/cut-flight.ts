const END = '</body></html>'
const CLOSE = '</script>'
const OPEN = '<script>self.__next_f.push('

/**
 * A document without the data that Next writes for its client below everything else: more than half of most documents,
 * which would be parsed letter by letter only to be thrown away. It cuts backwards from the end, where nothing but markup
 * can stand, and only scripts without a single `<` in them (Next escapes it), so that it never cuts into a text or an
 * attribute that quotes such a script.
 */
export function cutFlight(html: string): string {
  if (!html.endsWith(END)) return html
  let end = html.length - END.length
  while (html.endsWith(CLOSE, end)) {
    const start = html.lastIndexOf('<', end - CLOSE.length - 1)
    if (!html.startsWith(OPEN, start)) break
    end = start
  }
  return html.slice(0, end) + END
}
