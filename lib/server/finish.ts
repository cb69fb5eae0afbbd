import { RewritingStream } from 'parse5-html-rewriting-stream'
import type { EndTag, StartTag, Text } from 'parse5-sax-parser'
import { hashSource, type InlineHashes } from './policy'
import { usedStyles } from './used-styles'

export type Finished = {
  html: string
  hashes: InlineHashes
  /** Why this document would not work without the framework's script; empty for a sound one. */
  problems: string[]
}

/** More would delay the first paint; the theme needs no more. */
const MAX_THEME_SCRIPT_BYTES = 200

/** React's notes to its own client: text seams and boundaries that are already resolved. */
const REACT_MARKERS = new Set([' ', '$', '/$', '&', '/&', 'F', 'F!', 'html', 'head', 'body'])
/** A boundary that only script fills: pending, failed, or queued. */
const OPEN_BOUNDARIES = new Set(['$?', '$!', '$~'])
/** What a browser never executes. */
const DATA_TYPES =
  /^(?:application\/(?:[\w.-]+\+)?json|text\/(?:plain|markdown)|speculationrules)$/i

const NEXT_SCRIPT =
  /^(?:\(?self\.__next|self\.__next|\(globalThis\["?TURBOPACK|requestAnimationFrame\(function\(\)\{\$RT)/
const REVEALS = /\$R[CSXR]\s*[(=]/

/**
 * Takes the framework's runtime out of a document and puts our module in. Scripts that are neither data, ours nor
 * known as Next's go too (the policy would block them), and are reported.
 */
export async function finishDocument(html: string, modulePath?: string): Promise<Finished> {
  const finisher = new Finisher(modulePath)
  return finisher.finish(html)
}

type OpenElement = { tag: StartTag; raw: string; text: string }

class Finisher {
  /** What the stream would write itself goes here: as bytes and back it would cost as much again as reading it. */
  readonly #parts: string[] = []
  readonly #stream = new RewritingStream()
  readonly #modulePath: string | undefined
  /** Sheets, by their places among the parts: what of them is needed is known at the end. */
  readonly #sheets = new Map<number, string>()
  /** Elements and classes of the document. */
  readonly #names = new Set<string>()
  readonly #scripts = new Set<string>()
  readonly #problems = new Set<string>()
  #head = true
  #open: OpenElement | undefined
  /** Next wraps its metadata boundary into an empty hidden div; it is held back until we see what is in it. */
  #heldDiv: string | undefined

  constructor(modulePath: string | undefined) {
    this.#modulePath = modulePath
    this.#stream.on('startTag', (tag, raw) => this.#onStartTag(tag, raw))
    this.#stream.on('endTag', (tag, raw) => this.#onEndTag(tag, raw))
    this.#stream.on('text', (text, raw) => this.#onText(text, raw))
    this.#stream.on('comment', ({ text }, raw) => this.#onComment(text, raw))
    this.#stream.on('doctype', (_, raw) => this.#emit(raw))
  }

  finish(html: string): Promise<Finished> {
    return new Promise((resolve, reject) => {
      this.#stream.on('error', reject)
      this.#stream.on('end', () => {
        if (this.#open) this.#problems.add(`<${this.#open.tag.tagName}> is never closed`)
        const styles = this.#writeSheets()
        resolve({
          html: this.#parts.join('') + (this.#heldDiv ?? ''),
          hashes: { styles, scripts: [...this.#scripts] },
          problems: [...this.#problems],
        })
      })
      this.#stream.resume()
      this.#stream.end(html)
    })
  }

  #emit(raw: string): void {
    this.#parts.push(raw)
  }

  #onStartTag(tag: StartTag, raw: string): void {
    this.#releaseDiv()
    if (tag.tagName === 'body') this.#head = false
    this.#inspect(tag)
    if (tag.tagName === 'script' || tag.tagName === 'style') {
      this.#open = { tag, raw, text: '' }
    } else if (tag.tagName === 'div' && tag.attrs.length === 1 && attribute(tag, 'hidden') === '') {
      this.#heldDiv = raw
    } else if (!isScriptPreload(tag)) {
      this.#emit(raw)
    }
  }

  /** What the policy would block or only script would finish. */
  #inspect(tag: StartTag): void {
    this.#names.add(tag.tagName)
    for (const { name, value } of tag.attrs) {
      if (name === 'class') for (const each of value.split(/\s+/)) this.#names.add(`.${each}`)
      if (name === 'style') this.#problems.add(`<${tag.tagName} style> is blocked by the policy`)
      if (name.startsWith('on'))
        this.#problems.add(`<${tag.tagName} ${name}> is blocked by the policy`)
    }
    const id = attribute(tag, 'id') ?? ''
    const boundary = tag.tagName === 'template' ? /^[BP]:/ : /^S:/
    const waits = tag.tagName === 'template' || attribute(tag, 'hidden') !== undefined
    if (waits && boundary.test(id)) this.#problems.add(`A boundary (${id}) waits for script`)
    if (id === '__next_error__') this.#problems.add('The document is an empty shell for an error')
  }

  #onText(text: Text, raw: string): void {
    if (this.#open) {
      this.#open.text += text.text
      return
    }
    this.#releaseDiv()
    this.#emit(raw)
  }

  #onComment(text: string, raw: string): void {
    if (OPEN_BOUNDARIES.has(text))
      this.#problems.add(`A boundary (<!--${text}-->) waits for script`)
    if (REACT_MARKERS.has(text) || OPEN_BOUNDARIES.has(text)) return
    this.#releaseDiv()
    this.#emit(raw)
  }

  #onEndTag({ tagName }: EndTag, raw: string): void {
    if (tagName === 'div' && this.#heldDiv !== undefined) {
      this.#heldDiv = undefined
      return
    }
    this.#releaseDiv()
    const open = this.#open
    this.#open = undefined
    if (open?.tag.tagName === 'style') this.#emitStyle(open.text, raw)
    else if (open?.tag.tagName === 'script') this.#emitScript(open, raw)
    else if (tagName === 'head') this.#endHead(raw)
    else this.#emit(raw)
  }

  #releaseDiv(): void {
    if (this.#heldDiv === undefined) return
    this.#emit(this.#heldDiv)
    this.#heldDiv = undefined
  }

  #endHead(raw: string): void {
    this.#head = false
    const script = `<script type="module" src="${this.#modulePath}"></script>`
    this.#emit(this.#modulePath === undefined ? raw : script + raw)
  }

  /** React's attributes on a style (`data-precedence`, `data-href`) are notes to its client. */
  #emitStyle(text: string, endTag: string): void {
    this.#emit('<style>')
    this.#sheets.set(this.#parts.length, text)
    this.#emit(text)
    this.#emit(endTag)
  }

  /** Returns the hashes of the sheets as they stand in the document. */
  #writeSheets(): string[] {
    const hashes = new Set<string>()
    for (const [place, text] of this.#sheets) {
      const used = usedStyles(text, this.#names)
      this.#parts[place] = used
      hashes.add(hashSource(used))
    }
    return [...hashes]
  }

  #emitScript({ tag, raw, text }: OpenElement, endTag: string): void {
    const type = attribute(tag, 'type')
    const src = attribute(tag, 'src')
    if (type !== undefined && DATA_TYPES.test(type)) {
      this.#emit(raw + text + endTag)
    } else if (attribute(tag, 'data-theme-script') !== undefined && this.#head && !src) {
      this.#emitThemeScript(text, endTag)
    } else if (REVEALS.test(text) && !text.startsWith('self.__next_f')) {
      this.#problems.add('A boundary is revealed by script ($RC)')
    } else if (!(src?.startsWith('/_next/') || NEXT_SCRIPT.test(text))) {
      this.#problems.add(`A script that is not ours was removed: ${src ?? text.slice(0, 60)}`)
    }
  }

  #emitThemeScript(text: string, endTag: string): void {
    if (Buffer.byteLength(text) > MAX_THEME_SCRIPT_BYTES) {
      this.#problems.add(`The theme script is longer than ${MAX_THEME_SCRIPT_BYTES} bytes`)
      return
    }
    this.#scripts.add(hashSource(text))
    this.#emit(`<script>${text}${endTag}`)
  }
}

const attribute = (tag: StartTag, name: string): string | undefined =>
  tag.attrs.find((one) => one.name === name)?.value

function isScriptPreload(tag: StartTag): boolean {
  if (tag.tagName !== 'link') return false
  const rel = attribute(tag, 'rel')?.toLowerCase()
  return rel === 'modulepreload' || (rel === 'preload' && attribute(tag, 'as') === 'script')
}
