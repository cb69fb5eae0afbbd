import type TurndownService from 'turndown'
import { allowsElement } from '@/lib/markdown/allow-list'
import { isNamed, isWithin } from './inline-rules'
import { markdownCode } from './markdown-syntax'
import type { Surroundings } from './surroundings'

const SILENT = ['style', 'link', 'meta', 'title', 'template', 'source', 'track', 'param']

/** Elements that do something on the old site and say nothing here. */
const LOST = [
  ...['script', 'noscript', 'form', 'input', 'button', 'select', 'textarea', 'svg', 'canvas'],
  ...['math', 'frameset', 'applet', 'dialog'],
]

/** Elements that the article may contain as HTML, on lines of their own. */
const KEPT_BLOCKS = ['details', 'dl'].filter(allowsElement)
const WITHIN_KEPT = ['summary', 'dt', 'dd'].filter(allowsElement)

/** Headings, quotations, code, tables, and what can't be kept. */
export function addBlockRules(service: TurndownService, around: Surroundings): void {
  const { marks } = around
  service.addRule('silent', {
    filter: (node) => isNamed(node, SILENT),
    replacement: () => '',
  })
  service.addRule('lost', {
    filter: (node) => isNamed(node, LOST),
    replacement: (_, node) => marks.add('element', node.nodeName.toLowerCase()),
  })
  service.addRule('heading', {
    filter: ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'],
    replacement: heading,
  })
  service.addRule('code', {
    filter: 'pre',
    replacement: (_, node) => `\n\n${code(node)}\n\n`,
  })
  service.addRule('quotation', {
    filter: 'blockquote',
    replacement: (content, node) => quotation(content, node),
  })
  service.addRule('kept block', {
    filter: (node) => isNamed(node, KEPT_BLOCKS),
    replacement: (content, node) => {
      const name = node.nodeName.toLowerCase()
      return `\n\n<${name}>\n\n${content.trim()}\n\n</${name}>\n\n`
    },
  })
  service.addRule('in a kept block', {
    filter: (node) => isNamed(node, WITHIN_KEPT) && isWithin(node, KEPT_BLOCKS),
    replacement: (content, node) => {
      const name = node.nodeName.toLowerCase()
      return `\n<${name}>${content.trim().replace(/\s*\n\s*/g, ' ')}</${name}>\n`
    },
  })
  service.addRule('item', { filter: 'li', replacement: item })
  addTableRules(service)
}

function item(content: string, node: HTMLElement): string {
  const list = node.parentNode
  const words = content.trim()
  const mark = list?.nodeName === 'OL' ? `${numberOf(node, list)}. ` : '- '
  const indented = words.replace(/\n(?=.*\S)/g, `\n${' '.repeat(mark.length)}`)
  return `\n${mark}${indented.replace(/\n[ \t]+(?=\n)/g, '\n')}\n`
}

/** Nine digits are the most that CommonMark takes. */
function numberOf(node: Element, list: ParentNode): number {
  const start = Number('getAttribute' in list ? (list as Element).getAttribute('start') : '') || 1
  const before = Array.from(list.children).indexOf(node)
  return Math.min(999_999_999, Math.max(0, Math.trunc(start) + before))
}

function heading(content: string, node: HTMLElement): string {
  const words = content.replace(/\\? *\n[ \n]*/g, ' ').trim()
  if (words === '') return ''
  // The headline is the page's one h1.
  const level = Math.max(2, Number(node.nodeName.charAt(1)))
  return `\n\n${'#'.repeat(level)} ${words.replace(/(#+)$/, '\\$1')}\n\n`
}

/** Line breaks of code may be elements. */
function code(node: HTMLElement): string {
  const inner = node.querySelector('code')
  const named = `${node.className} ${inner?.className ?? ''} ${node.getAttribute('data-language') ?? ''}`
  const language = /(?:language-|lang-|brush:\s*)([\w+#.-]+)/.exec(named)?.[1]
  return markdownCode(textOf(node), language)
}

function textOf(node: Node): string {
  if (node.nodeName === 'BR') return '\n'
  if (node.nodeType === TEXT) return node.nodeValue ?? ''
  return [...childrenOf(node)].map(textOf).join('')
}

const TEXT = 3

function* childrenOf(node: Node): Generator<Node> {
  for (let child = node.firstChild; child; child = child.nextSibling) yield child
}

/** `<cite>` at the end of a quotation says who spoke: our pull quotes have it in a last paragraph. */
function quotation(content: string, node: HTMLElement): string {
  const cited = node.lastElementChild
  let words = content.trim()
  if (cited && isNamed(cited, ['cite', 'footer'])) {
    words = words.replace(/\s*<cite>([^<]*)<\/cite>$/, '\n\n— $1')
    words = words.replace(/\n\n— \s*[—–-]+\s*/, '\n\n— ')
  }
  return words === '' ? '' : `\n\n${words.replace(/^/gm, '> ').replace(/^> $/gm, '>')}\n\n`
}

function addTableRules(service: TurndownService): void {
  service.addRule('cell', {
    filter: ['th', 'td'],
    replacement: (content) => `${cellText(content)}${CELL_END}`,
  })
  service.addRule('row', {
    filter: 'tr',
    replacement: (content) => `\n${content.replace(/\n/g, ' ')}${ROW_END}\n`,
  })
  service.addRule('rows', {
    filter: ['thead', 'tbody', 'tfoot', 'colgroup', 'col'],
    replacement: (content) => content,
  })
  service.addRule('caption', {
    filter: 'caption',
    replacement: (content) => `${content.trim().replace(/\s+/g, ' ')}${CAPTION_END}`,
  })
  service.addRule('table', { filter: 'table', replacement: table })
}

const [CELL_END, ROW_END, CAPTION_END] = ['\ue0f2', '\ue0f3', '\ue0f4']

function cellText(content: string): string {
  const words = content.trim().replace(/\\? *\n[ \n]*/g, '<br>')
  return words.replace(/(?<!\\)\|/g, '\\|')
}

/** A table with one column, or in which others are nested, only arranged the page: its cells become paragraphs. */
function table(whole: string, node: HTMLElement): string {
  const end = whole.indexOf(CAPTION_END)
  const caption = end === -1 ? '' : `\n\n${whole.slice(0, end).trim()}`
  const content = whole.slice(end + 1)
  const rows = content.split(ROW_END).map((row) => row.split(CELL_END))
  const cells = rows.map((row) => row.slice(0, -1).map((cell) => cell.trim()))
  const filled = cells.filter((row) => row.some((cell) => cell !== ''))
  const width = Math.max(0, ...filled.map((row) => row.length))
  if (width < 2 || isWithin(node, ['table']) || node.querySelector('table')) {
    const words = filled.flat().filter((cell) => cell !== '')
    return `${caption}\n\n${words.join('\n\n').replaceAll('<br>', '\\\n')}\n\n`
  }
  const [first = [], ...others] = filled
  const isHeaded = node.querySelector('tr')?.querySelector('th') != null
  const [head, body] = isHeaded ? [first, others] : [[], filled]
  const line = (row: readonly string[]) =>
    `| ${Array.from({ length: width }, (_, index) => row[index] ?? '').join(' | ')} |`
  const rule = `| ${Array.from({ length: width }, () => '---').join(' | ')} |`
  return `${caption}\n\n${[line(head), rule, ...body.map(line)].join('\n')}\n\n`
}
