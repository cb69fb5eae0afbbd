import type { Options } from 'remark-html'

type Schema = Exclude<NonNullable<Options['sanitize']>, boolean>

/** The elements of an article: those that Markdown makes, and the phrasing that newsrooms need in addition. */
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

/** Raw HTML that is kept in addition to what Markdown makes: ruby for Japanese names, bdi and dir for mixed scripts. */
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

/** Elements that `addImages` makes. Raw HTML can't contain them: `markdownToHast` has removed them, and every `srcset`. */
const MADE_ELEMENTS = ['picture', 'source']
const MADE_ATTRIBUTES = ['srcset', 'sizes']

const HEADINGS = ['h2', 'h3', 'h4', 'h5', 'h6']

/**
 * The allow-list of the one gate to HTML. Ids pass, since `markdownToHast` has removed those of raw HTML and our code makes
 * the others. No style, no classes but our own, no `on*`, and no `data-*` except those of footnotes.
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

/** Whether only our own code makes elements of this name. */
export const isMade = (name: string): boolean => MADE_ELEMENTS.includes(name)

/** Whether an element of this name is kept in an article. */
export function allowsElement(name: string): boolean {
  return !isMade(name) && (ALLOW_LIST.tagNames?.includes(name) ?? false)
}

/** Whether an attribute, in lower case, is kept on an element. */
export function allowsAttribute(element: string, attribute: string): boolean {
  if (MADE_ATTRIBUTES.includes(attribute)) return false
  const lists = [ALLOW_LIST.attributes?.['*'], ALLOW_LIST.attributes?.[element]]
  return lists.some((list) =>
    list?.some(
      (each) => String(typeof each === 'string' ? each : each[0]).toLowerCase() === attribute,
    ),
  )
}

/** Whether an element is dropped with everything in it, and doesn't leave its text behind. */
export function isOpaque(name: string): boolean {
  return ALLOW_LIST.strip?.includes(name) ?? false
}
