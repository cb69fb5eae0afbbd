import { type Container, openingAt } from './containers'

/** The page's parser takes a few dozen at most (markdown-problem.ts); each costs every line a look. */
const MAX_DEPTH = 100

/** The containers that are open, and how far into its line the lexer has read. */
export class OpenContainers {
  /** Footnotes by their labels: the first of several counts. */
  readonly notes = new Map<string, Container>()
  private readonly open: Container[] = []
  /** The innermost container of the line before, if that line was empty. */
  private emptyIn: Container | undefined
  private line = ''
  private at = 0

  get depth(): number {
    return this.open.length
  }

  get innermost(): Container | undefined {
    return this.open.at(-1)
  }

  /** What is left of the line. */
  get rest(): string {
    return this.line.slice(this.at)
  }

  /** Spaces before the next mark or word. */
  get indent(): number {
    let end = this.at
    while (this.line.charCodeAt(end) === 32) end += 1
    return end - this.at
  }

  /** Takes a line, and tells how many of the open containers it goes on with. */
  enter(line: string): number {
    this.line = line
    this.at = 0
    const end = this.open.findIndex((container) => !this.goesOn(container))
    return end === -1 ? this.open.length : end
  }

  /** Leaves all containers but the outermost `depth`; gives the innermost of them if it is empty. */
  leave(depth: number): Container | undefined {
    const left = this.open.length > depth ? this.innermost : undefined
    this.open.length = depth
    return left?.children === 0 ? left : undefined
  }

  endLine(isEmpty: boolean): void {
    this.emptyIn = isEmpty ? this.innermost : undefined
  }

  /** Counts a new block in the innermost container, and tells whether it is the first of an item. */
  addBlock(): boolean {
    const container = this.innermost
    if (!container) return false
    container.children += 1
    if (container.kind !== 'item') return false
    if (container.children > 1 && this.isApart(container)) container.list.isLoose = true
    return container.children === 1
  }

  /** Opens the containers that begin after the first `matched`; `close` ends what they end. */
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
      // In a quotation the page's parser takes the empty line after a list for one of the list.
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
      // One that begins with an empty line ends with the next.
      if (isEmpty && container.children === 0) container.isOver = true
      if (!isEmpty && container.isOver) return false
    }
    if (!isEmpty && indent < width) return false
    this.at += Math.min(indent, width)
    return true
  }

  /** Whether an empty line of this container came before this one; those of a quotation are its own. */
  private isApart(container: Container): boolean {
    let at = this.emptyIn
    while (at && at !== container && at.kind !== 'quote') at = at.parent
    return at === container
  }
}
