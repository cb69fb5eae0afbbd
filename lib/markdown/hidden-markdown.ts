import type { Definition, FootnoteDefinition, Html, Nodes, Parents, Root } from 'mdast'
import { isOpaque } from './allow-list'
import { htmlPieces, withoutPieces } from './hidden-html'
import { extentOf, placesIn } from './html-places'
import { withKeptAttributes } from './raw-html'
import type { Change } from './write-changes'

/** Replaces something hidden where removing it would join what it separates. */
const NOTHING = '<!-- -->'
const NOTHING_MORE = '<!--'

/** Next to these characters, nothing hidden separates marks of Markdown. */
const PLAIN = /^$|[\s\p{L}\p{N}.,;:?…”’»]/u

/** Nodes that contain blocks, not words. */
const FLOW = new Set(['root', 'blockquote', 'listItem', 'footnoteDefinition'])

/**
 * The changes that remove from a body what its page doesn't show: comments and the like, elements and attributes that the
 * allow-list drops, definitions of links and footnotes that nothing refers to. Everything else keeps its meaning.
 */
export function hiddenInMarkdown(tree: Root, body: string): Change[] {
  const finder = new HiddenFinder(body)
  finder.visit(tree)
  return finder.finish()
}

class HiddenFinder {
  private readonly changes: Change[] = []
  private readonly definitions: Definition[] = []
  private readonly notes = new Map<string, FootnoteDefinition>()
  /** Labels that visible text refers to. */
  private readonly links = new Set<string>()
  private readonly calls = new Set<string>()
  /** An element that hides everything up to its end tag, in whichever piece of HTML that is. */
  private opaque: { name: string; start: number } | undefined

  constructor(private readonly body: string) {}

  visit(node: Nodes, parent?: Parents, index = 0): void {
    if (node.type === 'footnoteDefinition') {
      // When several have one label, the first counts.
      if (this.notes.has(node.identifier)) this.drop(node)
      else this.notes.set(node.identifier, node)
      return
    }
    if (node.type === 'definition') this.definitions.push(node)
    if (node.type === 'footnoteReference') this.calls.add(node.identifier)
    if (node.type === 'linkReference' || node.type === 'imageReference')
      this.links.add(node.identifier)
    if (node.type === 'html' && parent) this.readHtml(node, parent, index)
    if ('children' in node) {
      for (const [at, child] of node.children.entries()) this.visit(child, node, at)
    }
  }

  finish(): Change[] {
    this.hideRest()
    // A visible footnote may refer to others.
    for (const label of this.calls) {
      const note = this.notes.get(label)
      for (const [at, child] of note?.children.entries() ?? []) this.visit(child, note, at)
      this.hideRest(note)
    }
    for (const [label, note] of this.notes) if (!this.calls.has(label)) this.drop(note)
    for (const definition of this.definitions) {
      if (!this.links.delete(definition.identifier)) this.drop(definition)
    }
    return this.changes
  }

  /** A hiding element without an end hides everything up to the end of its footnote or of the body. */
  private hideRest(within?: Nodes): void {
    if (!this.opaque) return
    const { start } = this.opaque
    const end = within ? extentOf(within).end : this.body.length
    this.changes.push({ start, end, text: '' })
    this.opaque = undefined
  }

  private drop(node: Nodes): void {
    const { start, end } = extentOf(node)
    const isApart = start === 0 || this.body.startsWith('\n\n', start - 2)
    const gap = isApart && this.body.startsWith('\n\n', end) ? 2 : 0
    this.changes.push({ start, end: end + gap, text: '' })
  }

  private readHtml(node: Html, parent: Parents, index: number): void {
    const place = placesIn(node, this.body)
    const isBlock = FLOW.has(parent.type)
    const isNothing = withoutPieces(node.value, ['hidden', 'raw']).trim() === ''
    if (isBlock && isNothing && !this.opaque && !growsTogether(parent, index)) this.drop(node)
    else if (place) {
      for (const { kind, start, end } of htmlPieces(node.value)) {
        // The end of a quotation's last line may belong to a piece that never ends in it.
        const html = node.value.slice(start, end).trimEnd()
        if (kind === 'tag' || isOpen(html))
          this.readTag(html, place(start), place(start + html.length), isBlock)
        else if (!this.opaque)
          this.hide(place(start), place(start + html.length), isBlock, isEnded(html))
      }
    } else this.drop(node)
  }

  private readTag(tag: string, start: number, end: number, isBlock: boolean): void {
    const name = /^<\/?([a-z][^\s/>]*)/i.exec(tag)?.[1]?.toLowerCase() ?? ''
    const isEnd = tag.startsWith('</')
    if (this.opaque) {
      if (!isEnd || this.opaque.name !== name) return
      this.hide(this.opaque.start, end, isBlock)
      this.opaque = undefined
    } else if (!isOpaque(name)) {
      const text = isEnd ? tag : withKeptAttributes(tag)
      if (text !== tag) this.changes.push({ start, end, text })
    } else if (!isEnd && !tag.endsWith('/>')) this.opaque = { name, start }
    else this.hide(start, end, isBlock)
  }

  private hide(start: number, end: number, isBlock: boolean, isEnded = true): void {
    const { body } = this
    const [before, after] = [body.charAt(start - 1), body.charAt(end)]
    const keeps =
      isBlock ||
      opensLine(body, start) ||
      !PLAIN.test(before) ||
      !PLAIN.test(after) ||
      // A backslash or a second space at the end of a line would make a line break.
      (before === ' ' && !/[^\s\\]/.test(body.charAt(start - 2)))
    // A piece without an end reaches to the end of its block (a list item, say), and so must its replacement.
    const nothing = isEnded ? NOTHING : NOTHING_MORE
    const space = !keeps && before === ' ' && /\s|^$/.test(after) ? 1 : 0
    this.changes.push({ start: start - space, end, text: keeps ? nothing : '' })
  }
}

/** Whether a hidden piece of HTML has an end, so that text after it isn't part of it. */
const isEnded = (html: string) => htmlPieces(`${html}.`)[0]?.end === html.length

/** The start of an element like `<script>` whose end is in another piece of HTML. */
const isOpen = (html: string) => /^<[a-z]/i.test(html) && !/<\/[a-z]+[^<>]*>$/i.test(html)

/** Whether only quotation marks (`>`) and spaces come before this place in its line. */
function opensLine(body: string, start: number): boolean {
  let at = start - 1
  while (at >= 0 && /[^\S\n]|>/.test(body.charAt(at))) at -= 1
  return at < 0 || body.charAt(at) === '\n'
}

/** Whether the blocks around this one might join into one list or quotation without it. */
function growsTogether(parent: Parents, index: number): boolean {
  return parent.type !== 'root' || parent.children[index - 1]?.type === 'list'
}
