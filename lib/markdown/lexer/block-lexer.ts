import {
  FENCE,
  HEADING,
  type HtmlEnd,
  headingWords,
  htmlEnd,
  RULE,
  UNDERLINE,
  withoutTabs,
} from './block-marks'
import type { Container } from './containers'
import { definitionAt, type LinkTarget } from './link-target'
import { OpenContainers } from './open-containers'
import { columnsOf } from './table-cells'

/** A `gap` has no words but separates its neighbours: a rule, an empty quotation. */
type BlockKind = 'prose' | 'heading' | 'table' | 'code' | 'html' | 'gap'

/** A block that contains no others: its lines are still Markdown, without the marks of the containers around it. */
export type Block = {
  kind: BlockKind
  lines: string[]
  /** The line where it starts, counted from 1; for a table, the line below its head. */
  line: number
  container: Container | undefined
  /** The first block of a list item, which may start with a task's box. */
  opensItem: boolean
  /** Only for a table. */
  columns?: number
  /** Only for a heading: the line below makes it one. */
  isUnderlined?: boolean
}

export type Lexed = {
  blocks: readonly Block[]
  /** The targets of links, by label. */
  definitions: ReadonlyMap<string, LinkTarget>
  /** Footnotes by label. */
  notes: ReadonlyMap<string, Container>
}

/** The block that the next line may belong to. */
type Leaf = Block & {
  /** What ends a block of code or HTML. */
  fence?: string
  end?: HtmlEnd
  /** A list item that is empty, or has a number other than 1, can't interrupt it. */
  isFirm?: boolean
  /** Its last line is indented like code, so it can't be a table's head. */
  isDeep?: boolean
}

/** What a line does to the containers around it, counted from the outermost. */
export type LineStep = {
  line: number
  /** How many were open before the line, how many it continues, and how many are open after it. */
  before: number
  matched: number
  after: number
  /** Whether the line starts a container. */
  opened: boolean
  /** The length so far of the paragraph or other block that the line belongs to. */
  leafLines: number
}

type See = (step: LineStep) => 'stop' | undefined

/**
 * Splits a body into blocks as the page's parser does, in one pass, without reading their words. `see` is called for each
 * line inside containers, and may end the reading by returning "stop".
 */
export function lexBlocks(body: string, see?: See): Lexed {
  const lexer = new BlockLexer(see)
  for (const line of body.split('\n')) if (lexer.read(line) === 'stop') return lexer
  lexer.close(0)
  return lexer
}

class BlockLexer implements Lexed {
  readonly blocks: Block[] = []
  readonly definitions = new Map<string, LinkTarget>()
  private readonly containers = new OpenContainers()
  readonly notes = this.containers.notes
  private leaf: Leaf | undefined
  private line = 0

  constructor(private readonly see: See | undefined) {}

  read(line: string): 'stop' | undefined {
    const { containers } = this
    this.line += 1
    const before = containers.depth
    if (before === 0 && this.readPlain(line)) return undefined
    const matched = containers.enter(line.includes('\t') ? withoutTabs(line) : line)
    const opened = !(matched === before && this.readRaw()) && this.readMarks(matched)
    const { depth: after } = containers
    if (!this.see || (before === 0 && after === 0)) return undefined
    const leafLines = this.leaf?.lines.length ?? 0
    return this.see({ line: this.line, before, matched, after, opened, leafLines })
  }

  /** Reads the rest of a line after the first `matched` containers; says whether it starts others. */
  private readMarks(matched: number): boolean {
    const { containers } = this
    const isWhole = matched === containers.depth
    const isFirm = isWhole && this.leaf?.isFirm === true
    const opened = containers.openNew(matched, isFirm, () => this.close(matched))
    const { indent } = containers
    const text = containers.rest.slice(indent)
    if (text !== '') this.readContent(text, indent, opened || isWhole ? undefined : matched)
    else if (!opened) this.readEmpty(matched)
    containers.endLine(text === '' && !opened)
    return opened
  }

  /** Ends the block, and all containers except the outermost `depth`. */
  close(depth: number): void {
    this.end()
    const container = this.containers.leave(depth)
    const { line } = this
    if (container) this.blocks.push({ kind: 'gap', lines: [], line, container, opensItem: false })
  }

  /** Most lines are prose and start with a letter, unlike any mark of Markdown. */
  private readPlain(line: string): boolean {
    const { leaf } = this
    if ((leaf && leaf.kind !== 'prose') || !/^[a-zA-Z\u00c0-\uffff]/.test(line)) return false
    if (leaf) {
      leaf.lines.push(line)
      leaf.isDeep = false
    } else this.begin('prose', line).isFirm = true
    return true
  }

  /** Adds the line to unfinished code or HTML, in which no mark has a meaning. */
  private readRaw(): boolean {
    const { leaf } = this
    const { rest } = this.containers
    if (leaf?.fence === undefined && leaf?.end === undefined) return false
    const closing = leaf.fence && /^ {0,3}(`{3,}|~{3,}) *$/.exec(rest)?.[1]
    if (closing?.startsWith(leaf.fence ?? '')) this.end()
    else if (leaf.end === 'empty line' && rest.trim() === '') {
      this.end()
      return false
    } else leaf.lines.push(rest)
    if (leaf.end instanceof RegExp && leaf.end.test(rest)) this.end()
    this.containers.endLine(false)
    return true
  }

  private readEmpty(matched: number): void {
    if (matched < this.containers.depth) this.close(matched)
    // Code continues after an empty line.
    else if (this.leaf?.kind !== 'code') this.end()
  }

  /** `lazyFrom` is the first container that the line leaves, unless it continues a paragraph in it. */
  private readContent(text: string, indent: number, lazyFrom: number | undefined): void {
    if (indent < 4 && /^[-#`~<=*_:|]/.test(text) && this.readMark(text, lazyFrom)) return
    if (this.leaf?.kind === 'prose') {
      // Code that spans lines keeps their indentation.
      this.leaf.lines.push(indent > 0 ? ` ${text}` : text)
      this.leaf.isDeep = indent > 3
      return
    }
    if (lazyFrom !== undefined) this.close(lazyFrom)
    const kind = indent > 3 ? 'code' : this.leaf?.kind === 'table' ? 'table' : 'prose'
    // The page's parser is less strict about the first line of code after a quotation.
    if (this.leaf?.kind !== kind)
      this.begin(kind).isFirm = kind === 'prose' || lazyFrom === undefined
    else if (kind === 'code') this.leaf.isFirm = true
    this.leaf?.lines.push(text)
  }

  /** Starts the block whose mark is at the start of the line; false when there is no such mark. */
  private readMark(text: string, lazyFrom: number | undefined): boolean {
    const inParagraph = this.leaf?.kind === 'prose' && lazyFrom === undefined
    if (inParagraph && (this.readUnderline(text) || this.readTable(text))) return true
    const heading = HEADING.exec(text)?.[0]
    const fence = FENCE.exec(text)?.[0]
    const html = text.startsWith('<') ? htmlEnd(text, inParagraph) : undefined
    if (!heading && !fence && !html && !RULE.test(text)) return false
    // The page's parser puts a single tag after a paragraph into the paragraph's container.
    const stays = this.leaf?.kind === 'prose' && html && !htmlEnd(text, true)
    if (lazyFrom !== undefined && !stays) this.close(lazyFrom)
    if (fence) this.begin('code').fence = fence
    else if (html) {
      this.begin('html', text).end = html
      // `<!-->` is a complete comment.
      if (html instanceof RegExp && html.test(text.slice(1))) this.end()
    } else {
      const words = heading ? headingWords(text, heading.length) : ''
      this.begin(words === '' ? 'gap' : 'heading', words)
      this.end()
    }
    return true
  }

  /** Underlined text is a heading, if it isn't all definitions of links. */
  private readUnderline(text: string): boolean {
    if (!this.leaf || !UNDERLINE.test(text)) return false
    this.takeDefinitions(this.leaf)
    const isHeading = this.leaf.lines.length > 0
    if (isHeading) Object.assign(this.leaf, { kind: 'heading', isUnderlined: true })
    this.end()
    return isHeading
  }

  /** A row of hyphens makes the line above it a table's head. */
  private readTable(text: string): boolean {
    const head = this.leaf?.lines.at(-1) ?? ''
    const columns = this.leaf?.isDeep ? undefined : columnsOf(head, text)
    if (columns === undefined) return false
    this.leaf?.lines.pop()
    this.begin('table', head).columns = columns
    return true
  }

  private begin(kind: BlockKind, ...lines: string[]): Leaf {
    this.end()
    const opensItem = this.containers.addBlock()
    const { line } = this
    const leaf: Leaf = { kind, lines, line, container: this.containers.innermost, opensItem }
    this.leaf = leaf
    return leaf
  }

  private end(): void {
    const { leaf } = this
    this.leaf = undefined
    if (leaf?.kind === 'prose') this.takeDefinitions(leaf)
    if (leaf && (leaf.kind === 'gap' || leaf.lines.some((line) => line !== '')))
      this.blocks.push(leaf)
  }

  /** A paragraph may start with definitions of links. */
  private takeDefinitions(leaf: Leaf): void {
    if (!leaf.lines[0]?.startsWith('[')) return
    const text = leaf.lines.join('\n')
    let at = 0
    for (let found = definitionAt(text, at); found; found = definitionAt(text, at)) {
      const { label, ...target } = found.value
      if (!this.definitions.has(label)) this.definitions.set(label, target)
      at = found.end + 1
      while (text.charAt(at) === ' ') at += 1
    }
    if (at > 0) leaf.lines = at < text.length ? text.slice(at).split('\n') : []
  }
}
