/** A piece of a body that stands alone: `text` is Markdown still, with its lines joined by line feeds. */
export type TextBlock = { kind: BlockKind; text: string }

/** `prose` is what sentences are made of: paragraphs, wherever they stand. */
export type BlockKind = 'prose' | 'heading' | 'cells' | 'code' | 'html' | 'note'

export type Lexed = {
  blocks: TextBlock[] /** Labels of link references, folded. */
  labels: Set<string>
}

const QUOTE = /^ {0,3}>[ \t]?/
const ITEM = /^([ \t]*)(?:[-*+]|(\d{1,9})[.)])(?:[ \t]+|$)(?:\[[ xX]\][ \t]+)?/
const FENCE = /^[ \t]*(`{3,}(?=[^`]*$)|~{3,})/
const HEADING = /^ {0,3}#{1,6}(?:[ \t]+(.*?))??(?:[ \t]+#+)?[ \t]*$/
const RULE = /^ {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*$/
const UNDERLINE = /^ {0,3}(?:=+|-+)[ \t]*$/
const TABLE_RULE = /^ {0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/
const DEFINITION = /^ {0,3}\[(?!\^)((?:[^[\]\\]|\\.)+)\]:[ \t]*\S/
const NOTE = /^ {0,3}\[\^[^\]\s]+\]:[ \t]*/
const HTML =
  /^ {0,3}<(?:\/?(?:address|article|aside|blockquote|center|details|dialog|dir|div|dl|dt|dd|fieldset|figcaption|figure|footer|form|h[1-6]|header|hr|iframe|li|link|main|menu|nav|ol|p|section|summary|table|tbody|td|tfoot|th|thead|title|tr|ul)(?=[\s/>]|$)|!--)/i
const OPAQUE = /^ {0,3}<(script|style|textarea|pre|svg)(?=[\s>]|$)/i

/** What the reader of a body keeps in mind between two lines. */
class BlockLexer {
  readonly blocks: TextBlock[] = []
  readonly labels = new Set<string>()
  private lines: string[] = []
  private kind: BlockKind = 'prose'
  private fence: string | undefined
  private opaque: string | undefined
  private quotes = 0
  private inList = false

  read(line: string): void {
    if (this.opaque !== undefined) {
      this.readOpaque(line)
      return
    }
    if (this.fence !== undefined) {
      this.readCode(line)
      return
    }
    // Most lines are prose and begin with a letter, as no mark of Markdown does.
    if (this.quotes === 0 && this.kind === 'prose' && /^[a-zA-Z\u00c0-\uffff]/.test(line)) {
      if (this.lines.length === 0) this.inList = false
      this.lines.push(line)
      return
    }
    const rest = this.leaveQuotes(line)
    if (/^\s*$/.test(rest)) {
      this.flush()
      return
    }
    if (this.kind === 'html' && this.lines.length > 0) {
      this.lines.push(rest)
      return
    }
    if (this.readHtml(rest) || this.readFence(rest) || this.readRuleOrHeading(rest)) return
    if (this.lines.length === 0 && this.readDefinition(rest)) return
    if (this.readTable(rest)) return
    this.readText(rest)
  }

  flush(): void {
    if (this.lines.length > 0) this.blocks.push({ kind: this.kind, text: this.lines.join('\n') })
    this.lines = []
    this.kind = 'prose'
  }

  /** A quotation begins or ends with its marks; a line without them goes on with its last paragraph. */
  private leaveQuotes(line: string): string {
    let rest = line
    let depth = 0
    for (let mark = QUOTE.exec(rest); mark; mark = QUOTE.exec(rest)) {
      rest = rest.slice(mark[0].length)
      depth += 1
    }
    const lazy =
      depth < this.quotes && this.kind === 'prose' && this.lines.length > 0 && rest.trim() !== ''
    if (!lazy && depth !== this.quotes) {
      this.flush()
      this.quotes = depth
    }
    return rest
  }

  private readOpaque(line: string): void {
    if (line.toLowerCase().includes(`</${this.opaque}`)) this.opaque = undefined
  }

  private readCode(line: string): void {
    const rest = line.replace(/^(?: {0,3}>[ \t]?)+/, '')
    const closing = /^[ \t]*(`{3,}|~{3,})[ \t]*$/.exec(rest)?.[1]
    if (closing?.startsWith(this.fence ?? '')) {
      this.fence = undefined
      this.flush()
    } else this.lines.push(rest)
  }

  private readHtml(rest: string): boolean {
    const opaque = OPAQUE.exec(rest)?.[1]
    if (opaque !== undefined) {
      this.flush()
      this.opaque = rest.toLowerCase().includes(`</${opaque.toLowerCase()}`)
        ? undefined
        : opaque.toLowerCase()
      return true
    }
    if (!HTML.test(rest)) return false
    this.flush()
    this.kind = 'html'
    this.lines.push(rest)
    return true
  }

  private readFence(rest: string): boolean {
    const fence = FENCE.exec(rest)?.[1]
    if (fence === undefined) return false
    this.flush()
    this.fence = fence
    this.kind = 'code'
    return true
  }

  private readRuleOrHeading(rest: string): boolean {
    if (this.kind === 'prose' && this.lines.length > 0 && !this.inList && UNDERLINE.test(rest)) {
      this.kind = 'heading'
      this.flush()
      return true
    }
    const heading = HEADING.exec(rest)
    if (!heading && !RULE.test(rest)) return false
    this.flush()
    if (heading?.[1]) this.blocks.push({ kind: 'heading', text: heading[1] })
    return true
  }

  private readDefinition(rest: string): boolean {
    const label = DEFINITION.exec(rest)?.[1]
    if (label !== undefined) {
      this.labels.add(foldLabel(label))
      return true
    }
    const note = NOTE.exec(rest)
    if (!note) return false
    this.kind = 'note'
    this.lines.push(rest.slice(note[0].length))
    return true
  }

  /** The row of hyphens makes a table of the line above it. */
  private readTable(rest: string): boolean {
    const [header, second] = this.lines
    const begins = header?.includes('|') && second === undefined && TABLE_RULE.test(rest)
    if (this.kind !== 'cells' && !begins) return false
    this.kind = 'cells'
    if (!begins) this.lines.push(rest)
    return true
  }

  private readText(rest: string): void {
    const item = ITEM.exec(rest)
    // A paragraph is cut short by a numbered list only if that begins with 1: "In\n2025. That year" is prose.
    const interrupts = item && (this.lines.length === 0 || this.inList || (item[2] ?? '1') === '1')
    if (item && interrupts) {
      this.flush()
      this.inList = true
      this.read(rest.slice(item[0].length))
      this.inList = true
      return
    }
    if (this.lines.length === 0 && /^\S/.test(rest)) this.inList = false
    if (this.lines.length === 0 && !this.inList && /^(?: {4}|\t)/.test(rest)) this.kind = 'code'
    this.lines.push(rest)
  }
}

/** Cuts a body into blocks in one pass: a cheap reading of Markdown for the index, not a parser. */
export function textBlocks(body: string): Lexed {
  const lexer = new BlockLexer()
  for (const line of body.split('\n')) lexer.read(line)
  lexer.flush()
  return { blocks: lexer.blocks, labels: lexer.labels }
}

/** Labels match whatever their case and white space. */
export function foldLabel(label: string): string {
  return label.trim().replace(/\s+/g, ' ').toLowerCase()
}
