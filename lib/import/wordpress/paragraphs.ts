const BLOCK =
  'address|article|aside|blockquote|caption|center|col|colgroup|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hr|iframe|legend|li|main|nav|noscript|object|ol|p|pre|script|section|style|summary|table|tbody|td|textarea|tfoot|th|thead|tr|ul|video|audio'
const TAG = new RegExp(`<(/?)(${BLOCK})(?=[\\s/>])[^<>]*>`, 'gi')

/** Line ends within these mean nothing, or themselves. */
const UNTOUCHED = new Set([
  'pre',
  'script',
  'style',
  'textarea',
  'table',
  'tbody',
  'thead',
  'tfoot',
  'tr',
  'ul',
  'ol',
  'dl',
  'colgroup',
  'object',
  'video',
  'audio',
  'noscript',
])
/** A line end in these is a line break, but an empty line begins no paragraph. */
const ONE_PARAGRAPH = new Set([
  'p',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'dt',
  'caption',
  'figcaption',
  'summary',
  'legend',
  'address',
])
const VOID = new Set(['hr', 'col'])

/** Deeper than any editor nests; what is below is treated like this level. */
const MAX_DEPTH = 200

/**
 * HTML of WordPress' classic editor, which stores paragraphs as empty lines and line breaks as line ends (WordPress' own
 * `wpautop` makes them when it prints a post).
 */
export function addParagraphs(text: string): string {
  const open: string[] = []
  let html = ''
  let done = 0
  const add = (end: number) => {
    html += paragraphs(text.slice(done, end), open.at(-1))
  }
  for (const found of text.matchAll(TAG)) {
    const { index, 0: tag, 1: slash } = found
    const name = found[2]?.toLowerCase() ?? ''
    const within = open.at(-1)
    // Markup in code is code.
    if (within !== undefined && RAW.has(within) && !(slash && name === within)) continue
    add(index)
    done = index + tag.length
    html += tag
    if (slash) close(open, name)
    else if (!VOID.has(name) && !tag.endsWith('/>') && open.length < MAX_DEPTH) open.push(name)
  }
  add(text.length)
  return html
}

const RAW = new Set(['pre', 'script', 'style', 'textarea'])

function close(open: string[], name: string): void {
  const at = open.lastIndexOf(name)
  if (at !== -1) open.length = at
}

function paragraphs(words: string, within: string | undefined): string {
  if (words.trim() === '' || (within !== undefined && UNTOUCHED.has(within))) return words
  const parts = words
    .replace(/[ \t]+/g, ' ')
    .split(/\n ?\n\s*/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const lines = parts.map((part) => part.replace(/(<br[^<>]*>)? ?\n ?/gi, '<br>\n'))
  const isOne =
    within !== undefined &&
    (ONE_PARAGRAPH.has(within) || (INLINE_TOO.has(within) && lines.length === 1))
  if (isOne) return lines.join('<br>\n')
  return lines.map((line) => (isComment(line) ? line : `<p>${line}</p>`)).join('\n')
}

/** May contain words without a paragraph. */
const INLINE_TOO = new Set(['li', 'td', 'th', 'dd', 'div', 'figure', 'center', 'section', 'aside'])

const isComment = (line: string) => /^<!--(?:(?!-->)[\s\S])*-->$/.test(line)
