import { Parser } from 'htmlparser2'
import { hashSource, type InlineHashes } from '../front/policy'
import { renameClasses } from './short-names'
import { usedStyles } from './used-styles'

export type Finished = {
  html: string
  hashes: InlineHashes
  /** Why this document would not work without the framework's script; empty if it would. */
  problems: string[]
}

/** A longer script would delay the first paint; the theme needs no more. */
const MAX_THEME_SCRIPT_BYTES = 200

/** React's markers for its own client: text seams and resolved boundaries. */
const REACT_MARKERS = new Set([' ', '$', '/$', '&', '/&', 'F', 'F!', 'html', 'head', 'body'])
/** A boundary that only script fills: pending, failed, or queued. */
const OPEN_BOUNDARIES = new Set(['$?', '$!', '$~'])
/** Script types that a browser never executes. */
const DATA_TYPES =
  /^(?:application\/(?:[\w.-]+\+)?json|text\/(?:plain|markdown)|speculationrules)$/i

const NEXT_SCRIPT =
  /^(?:\(?self\.__next|self\.__next|\(globalThis\["?TURBOPACK|requestAnimationFrame\(function\(\)\{\$RT)/
const REVEALS = /\$R[CSXR]\s*[(=]/

/** Next says these once more for X, which reads Open Graph's where they are absent. */
const REPEATED = /^twitter:(?:title|description|image)/

export type FinishOptions = {
  modulePath?: string | undefined
  /** Style sheets by address, whose rules go into the documents that link to them. */
  sheets?: ReadonlyMap<string, string>
  /** The class names in those sheets, by their names in documents. */
  classNames?: ReadonlyMap<string, string>
}

/**
 * Removes the framework's runtime from a document, adds our module, and replaces linked style sheets with the rules that it
 * needs. Scripts that are neither data, ours nor known to be Next's are removed too (the policy would block them), and
 * reported.
 */
export function stripRuntime(html: string, options: FinishOptions = {}): Finished {
  return new Finisher(html, options).finish()
}

/** Names in lower case; values as they are written, to which no rule here is sensitive. */
type Attributes = Readonly<Record<string, string>>
type OpenElement = { name: string; attributes: Attributes; start: number; end: number }

/** A range left out of a document, and its replacement. */
type Cut = { start: number; end: number; instead: string }

/** The parser's events only say where to cut: the rest is copied in pieces as long as possible. */
class Finisher {
  readonly #cuts: Cut[] = []
  /** Style elements with the sheets that they consist of: only the end of the document shows which rules it needs. */
  readonly #styles: { cut: Cut; sheets: string[] }[] = []
  /** The one style that replaces all linked sheets, at the place of the first. */
  #linked: string[] | undefined
  /** Elements and classes of the document. */
  readonly #names = new Set<string>()
  readonly #scripts = new Set<string>()
  readonly #problems = new Set<string>()
  #head = true
  /** A style or script whose end tag has not come yet. */
  #open: OpenElement | undefined
  /** Next wraps its metadata boundary in an empty hidden div: where such a div starts, as long as it is empty. */
  #emptyDiv: number | undefined

  constructor(
    private readonly html: string,
    private readonly options: FinishOptions,
  ) {}

  finish(): Finished {
    const parser = new Parser(
      {
        onopentag: (name, attributes, isImplied) => {
          if (!isImplied) this.#onOpenTag(name, attributes, parser.startIndex, parser.endIndex + 1)
        },
        onclosetag: (name, isImplied) => {
          if (!isImplied) this.#onCloseTag(name, parser.startIndex, parser.endIndex + 1)
        },
        ontext: () => {
          this.#emptyDiv = undefined
        },
        oncomment: (text) => this.#onComment(text, parser.startIndex, parser.endIndex + 1),
      },
      { decodeEntities: false },
    )
    parser.end(this.html)
    if (this.#open) {
      this.#problems.add(`<${this.#open.name}> is never closed`)
      this.#cut(this.#open.start, this.html.length)
    }
    const styles = this.#writeStyles()
    return {
      html: this.#withoutCuts(),
      hashes: { styles, scripts: [...this.#scripts] },
      problems: [...this.#problems],
    }
  }

  #cut(start: number, end: number, instead = ''): Cut {
    const cut = { start, end, instead }
    this.#cuts.push(cut)
    return cut
  }

  #withoutCuts(): string {
    const parts: string[] = []
    let done = 0
    for (const { start, end, instead } of this.#cuts) {
      parts.push(this.html.slice(done, start), instead)
      done = end
    }
    parts.push(this.html.slice(done))
    return parts.join('')
  }

  #onOpenTag(name: string, attributes: Attributes, start: number, end: number): void {
    this.#emptyDiv = undefined
    if (name === 'body') this.#head = false
    this.#inspect(name, attributes)
    if (attributes.class !== undefined) this.#onClass(attributes.class, start, end)
    if (name === 'script' || name === 'style') this.#open = { name, attributes, start, end }
    else if (name === 'div' && attributes.hidden === '' && Object.keys(attributes).length === 1)
      this.#emptyDiv = start
    else if (name === 'link') this.#onLink(attributes, start, end)
    else if (name === 'meta' && REPEATED.test(attributes.name ?? '')) this.#cut(start, end)
  }

  #onClass(given: string, start: number, end: number): void {
    const { classNames } = this.options
    const classes = classNames === undefined ? given : renameClasses(given, classNames)
    for (const name of classes.split(/\s+/)) this.#names.add(`.${name}`)
    // The spelling that React writes.
    const at = classes === given ? -1 : this.html.slice(start, end).indexOf(` class="${given}"`)
    if (at < 0) return
    const from = start + at + ' class="'.length
    this.#cut(from, from + given.length, classes)
  }

  #onLink({ rel = '', as, href = '' }: Attributes, start: number, end: number): void {
    const kind = rel.toLowerCase()
    const sheet = kind === 'stylesheet' ? this.options.sheets?.get(href) : undefined
    if (sheet !== undefined) this.#inline(sheet, start, end)
    else if (kind === 'modulepreload' || (kind === 'preload' && as === 'script'))
      this.#cut(start, end)
  }

  #inline(sheet: string, start: number, end: number): void {
    const cut = this.#cut(start, end)
    if (this.#linked === undefined) {
      this.#linked = []
      this.#styles.push({ cut, sheets: this.#linked })
    }
    this.#linked.push(sheet)
  }

  /** Reports what the policy would block or what only script would complete. */
  #inspect(tag: string, attributes: Attributes): void {
    this.#names.add(tag)
    for (const name of Object.keys(attributes)) {
      if (name === 'style') this.#problems.add(`<${tag} style> is blocked by the policy`)
      if (name.startsWith('on')) this.#problems.add(`<${tag} ${name}> is blocked by the policy`)
    }
    const { id = '' } = attributes
    const boundary = tag === 'template' ? /^[BP]:/ : /^S:/
    const waits = tag === 'template' || attributes.hidden !== undefined
    if (waits && boundary.test(id)) this.#problems.add(`A boundary (${id}) waits for script`)
    if (id === '__next_error__') this.#problems.add('The document is an empty shell for an error')
  }

  #onComment(text: string, start: number, end: number): void {
    const waits = OPEN_BOUNDARIES.has(text)
    if (waits) this.#problems.add(`A boundary (<!--${text}-->) waits for script`)
    if (waits || REACT_MARKERS.has(text)) this.#cut(start, end)
    else this.#emptyDiv = undefined
  }

  #onCloseTag(name: string, start: number, end: number): void {
    if (name === 'div' && this.#emptyDiv !== undefined) this.#cutAll(this.#emptyDiv, end)
    this.#emptyDiv = undefined
    const open = this.#open
    this.#open = undefined
    if (open?.name === 'style') this.#cutStyle(open, start, end)
    else if (open?.name === 'script') this.#cutScript(open, start, end)
    else if (name === 'head') this.#endHead(start)
  }

  /** Includes everything already cut inside. */
  #cutAll(start: number, end: number): void {
    while ((this.#cuts.at(-1)?.start ?? 0) > start) this.#cuts.pop()
    this.#cut(start, end)
  }

  #endHead(at: number): void {
    this.#head = false
    const { modulePath } = this.options
    if (modulePath !== undefined)
      this.#cut(at, at, `<script type="module" src="${modulePath}"></script>`)
  }

  /** React's attributes on a style (`data-precedence`, `data-href`) are meant for its client. */
  #cutStyle({ start, end }: OpenElement, close: number, closed: number): void {
    this.#styles.push({ cut: this.#cut(start, closed), sheets: [this.html.slice(end, close)] })
  }

  /** Returns the hashes of the styles as the document has them. */
  #writeStyles(): string[] {
    const hashes = this.#styles.map(({ cut, sheets }) => {
      const text = usedStyles(sheets, this.#names)
      cut.instead = `<style>${text}</style>`
      return hashSource(text)
    })
    return [...new Set(hashes)]
  }

  #cutScript({ attributes, start, end }: OpenElement, close: number, closed: number): void {
    const { type, src } = attributes
    const text = this.html.slice(end, close)
    if (type !== undefined && DATA_TYPES.test(type)) return
    if (attributes['data-theme-script'] !== undefined && this.#head && !src) {
      this.#cut(start, closed, this.#themeScript(text))
      return
    }
    this.#cut(start, closed)
    if (REVEALS.test(text) && !text.startsWith('self.__next_f'))
      this.#problems.add('A boundary is revealed by script ($RC)')
    else if (!(src?.startsWith('/_next/') || NEXT_SCRIPT.test(text)))
      this.#problems.add(`A script that is not ours was removed: ${src ?? text.slice(0, 60)}`)
  }

  #themeScript(text: string): string {
    if (Buffer.byteLength(text) > MAX_THEME_SCRIPT_BYTES) {
      this.#problems.add(`The theme script is longer than ${MAX_THEME_SCRIPT_BYTES} bytes`)
      return ''
    }
    this.#scripts.add(hashSource(text))
    return `<script>${text}</script>`
  }
}
