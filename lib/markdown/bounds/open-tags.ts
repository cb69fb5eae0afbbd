/** Elements that contain no others, or that the next element of their kind closes. */
const FLAT = new Set(
  (
    'area base br col embed hr img input link meta param source track wbr ' +
    'p li dt dd option optgroup tr td th thead tbody tfoot rt rp rb rtc'
  ).split(' '),
)

const TAG = /<(\/?)([a-z][a-z0-9-]*)(?=[\s/>]|$)/gi

/** The raw HTML elements that are open, by name: an end tag closes only elements of its own name. */
export class OpenTags {
  count = 0
  private readonly open = new Map<string, number>()

  /**
   * Reads one or more lines; returns the number of tags in them, or undefined as soon as more than `most` elements are
   * open.
   */
  read(html: string, most: number): number | undefined {
    let tags = 0
    if (!html.includes('<')) return tags
    for (const [, slash, written = ''] of html.matchAll(TAG)) {
      tags += 1
      const name = written.toLowerCase()
      if (FLAT.has(name)) continue
      const open = this.open.get(name) ?? 0
      if (slash && open === 0) continue
      this.open.set(name, open + (slash ? -1 : 1))
      this.count += slash ? -1 : 1
      if (this.count > most) return undefined
    }
    return tags
  }
}
