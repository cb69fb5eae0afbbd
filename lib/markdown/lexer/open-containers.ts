import { type Container, openingAt } from './containers'

/** The page's parser accepts a few dozen at most (markdown-problem.ts), and each must be checked on every line. */
const MAX_DEPTH = 100

/** The open containers, and how far the lexer has read into its line. */
export class OpenContainers {
  /** Footnotes by label: the first with a label counts. */
  readonly notes = new Map<string, Container>()
  private readonly open: Container[] = []
  /** The innermost container of the previous line, if that line was empty. */
  private emptyIn: Container | undefined
  private line = ''
  private at = 0

  get depth(): number {
    return this.open.length
  }

  get innermost(): Container | undefined {
    return this.open.at(-1)
  }

  /** The rest of the line. */
  get rest(): string {
    return this.line.slice(this.at)
  }

  /** Spaces before the next mark or word. */
  get indent(): number {
    let end = this.at
    while (this.line.charCodeAt(end) === 32) end += 1
    return end - this.at
  }

  /** Starts a line, and returns how many of the open containers it continues. */
  enter(line: string): number {
    this.line = line
    this.at = 0
    const end = this.open.findIndex((container) => !this.goesOn(container))
    return end === -1 ? this.open.length : end
  }

  /** Leaves all containers except the outermost `depth`; returns the innermost one left if it is empty. */
  leave(depth: number): Container | undefined {
    const left = this.open.length > depth ? this.innermost : undefined
    this.open.length = depth
    return left?.children === 0 ? left : undefined
  }

  endLine(isEmpty: boolean): void {
    this.emptyIn = isEmpty ? this.innermost : undefined
  }

  /** Counts a new block in the innermost container, and returns whether it is the first of an item. */
  addBlock(): boolean {
    const container = this.innermost
    if (!container) return false
    container.children += 1
    if (container.kind !== 'item') return false
    if (container.children > 1 && this.isApart(container)) container.list.isLoose = true
    return container.children === 1
  }

  /** Opens the containers that start after the first `matched`; `close` ends those that they replace. */
  openNew(matched: number, isFirm: boolean, close: () => void): boolean {
    let before = this.open[matched]
    let opened = false
    while (this.open.length < MAX_DEPTH) {
      const { indent } = this
      if (indent > 3) break
      const rest = this.line.slice(this.at + indent)
      const parent = opened ? this.innermost : this.open[matched - 1]
      const opening = openingAt({ rest, indent, parent, before, isFirm })
      if (!opening) break
      const { container, length } = opening
      if (!opened) close()
      this.place(container, before)
      this.at += indent + length
      opened = true
      before = undefined
    }
    return opened
  }

  private place(container: Container, before: Container | undefined): void {
    if (container.kind === 'note' && !this.notes.has(container.label))
      this.notes.set(container.label, container)
    const isNext =
      container.kind === 'item' && before?.kind === 'item' && before.list === container.list
    if (isNext && this.isApart(before)) container.list.isLoose = true
    if (!isNext) {
      this.addBlock()
      // In a quotation the page's parser counts the empty line after a list as part of the list.
      const left = before && this.emptyIn
      if (left?.kind === 'item' && this.innermost?.kind === 'quote') left.list.isLoose = true
    }
    this.open.push(container)
  }

  private goesOn(container: Container): boolean {
    const { indent } = this
    const mark = this.at + indent
    if (container.kind === 'quote') {
      if (indent > 3 || this.line.charAt(mark) !== '>') return false
      this.at = this.line.charAt(mark + 1) === ' ' ? mark + 2 : mark + 1
      return true
    }
    const width = container.kind === 'item' ? container.width : 4
    const isEmpty = mark === this.line.length
    if (container.kind === 'item') {
      // An item that starts with an empty line ends with the next one.
      if (isEmpty && container.children === 0) container.isOver = true
      if (!isEmpty && container.isOver) return false
    }
    if (!isEmpty && indent < width) return false
    this.at += Math.min(indent, width)
    return true
  }

  /** Whether an empty line in this container came before this line; empty lines inside a quotation don't count. */
  private isApart(container: Container): boolean {
    let at = this.emptyIn
    while (at && at !== container && at.kind !== 'quote') at = at.parent
    return at === container
  }
}
