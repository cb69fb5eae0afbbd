import type { Options } from 'remark-html'

type Schema = Exclude<NonNullable<Options['sanitize']>, boolean>

/** What an article may be made of: what Markdown makes, and the phrasing that newsrooms need beyond it. */
const MARKDOWN_ELEMENTS = [
  ...[
    'a',
    'blockquote',
    'br',
    'code',
    'del',
    'em',
    'figcaption',
    'figure',
    'h2',
    'h3',
    'h4',
    'h5',
    'h6',
  ],
  ...['hr', 'img', 'input', 'li', 'ol', 'p', 'pre', 'section', 'strong', 'sup', 'ul'],
  ...['div', 'table', 'tbody', 'td', 'th', 'thead', 'tr', 'span'],
]

/** Raw HTML that stays, besides what Markdown makes: ruby for Japanese names, bdi and dir for mixed scripts. */
const RAW_ELEMENTS = [
  ...[
    'abbr',
    'b',
    'bdi',
    'bdo',
    'cite',
    'dd',
    'details',
    'dfn',
    'dl',
    'dt',
    'i',
    'ins',
    'kbd',
    'mark',
    'q',
  ],
  ...['rp', 'rt', 'ruby', 's', 'samp', 'small', 'sub', 'summary', 'time', 'u', 'var', 'wbr'],
]

/** What `addImages` makes. Raw HTML can't bring them: `markdownToHast` takes them away before, with every `srcset`. */
const MADE_ELEMENTS = ['picture', 'source']
const MADE_ATTRIBUTES = ['srcset', 'sizes']

const HEADINGS = ['h2', 'h3', 'h4', 'h5', 'h6']

/**
 * The allow-list of the one gate to HTML. Ids pass, since `markdownToHast` has taken away those that raw HTML
 * brought, and the rest are made here. No style, no class but our own, no `on*` or `data-*` but those of footnotes.
 */
export const ALLOW_LIST: Schema = {
  tagNames: [...MARKDOWN_ELEMENTS, ...RAW_ELEMENTS, ...MADE_ELEMENTS],
  attributes: {
    '*': ['lang', 'dir'],
    a: [
      'href',
      'id',
      'rel',
      'dataFootnoteRef',
      'dataFootnoteBackref',
      'ariaDescribedBy',
      'ariaLabel',
      'translate',
    ],
    abbr: ['title'],
    code: [['className', /^language-./]],
    details: ['open'],
    blockquote: [['className', 'long']],
    div: ['role', 'tabIndex', 'ariaLabel', ['className', 'gallery', 'callout']],
    figure: [['className', 'pull']],
    img: ['src', 'srcSet', 'sizes', 'alt', 'title', 'width', 'height', 'loading', 'decoding'],
    input: [['disabled', true], ['type', 'checkbox'], 'checked', 'ariaLabel'],
    pre: ['tabIndex'],
    li: ['id'],
    ol: ['start'],
    section: ['dataFootnotes'],
    source: ['type', 'srcSet', 'sizes'],
    span: ['id'],
    td: ['align'],
    th: ['align'],
    time: ['dateTime'],
    ...Object.fromEntries(HEADINGS.map((name) => [name, ['id']])),
  },
  protocols: { href: ['http', 'https', 'mailto', 'tel'], src: [] },
  required: { input: { disabled: true, type: 'checkbox' } },
  ancestors: {
    tbody: ['table'],
    td: ['table'],
    th: ['table'],
    thead: ['table'],
    tr: ['table'],
    source: ['picture'],
    li: ['ol', 'ul'],
  },
  clobber: [],
  strip: [
    'script',
    'style',
    'svg',
    'math',
    'iframe',
    'object',
    'template',
    'noscript',
    'textarea',
    'title',
  ],
  allowComments: false,
  allowDoctypes: false,
}

/** Whether only this program makes elements of this name. */
export const isMade = (name: string): boolean => MADE_ELEMENTS.includes(name)

/** Whether an element of this name stays in an article. */
export function allowsElement(name: string): boolean {
  return !isMade(name) && (ALLOW_LIST.tagNames?.includes(name) ?? false)
}

/** Whether an attribute, in lower case, may stay on an element. */
export function allowsAttribute(element: string, attribute: string): boolean {
  if (MADE_ATTRIBUTES.includes(attribute)) return false
  const lists = [ALLOW_LIST.attributes?.['*'], ALLOW_LIST.attributes?.[element]]
  return lists.some((list) =>
    list?.some(
      (each) => String(typeof each === 'string' ? each : each[0]).toLowerCase() === attribute,
    ),
  )
}

/** Whether an element goes with all that is in it, rather than leaving its text behind. */
export function isOpaque(name: string): boolean {
  return ALLOW_LIST.strip?.includes(name) ?? false
}
