import { type Block, lexBlocks } from '../lexer/block-lexer'
import { cellsOf } from '../lexer/table-cells'
import { ContainerCost } from './container-cost'
import { CostMeter, type MarkdownFault } from './cost-meter'
import { addInlineCost, MAX_BRACKET_DEPTH, type Surroundings, surroundingsOf } from './inline-cost'
import { OpenTags } from './open-tags'

/** The most nested lists and quotations: the Markdown parser is recursive, and overflows its stack at some 1,500. */
const MAX_CONTAINERS = 24

/** The most nested elements of raw HTML: sanitising and writing are recursive. */
const MAX_TAGS = 50

/** Microseconds. */
const LINE = 12
const BLOCK = 80
const HEADING = 40
/** For each line before the underline of a heading. */
const UNDERLINE = 0.3
const TABLE = 500
const CELL = 85
const TAG = 60
/** For each raw HTML element open around a block, since the parser may create it again inside the block. */
const BLOCK_IN_TAG = 3
const LABEL = 120
const COMPARE_LABELS = 0.1

/** The start of a footnote or of a link definition. */
const LABELS = /^[ \t>*+-]*\[[^\]\n]{1,999}\]:/gm

/**
 * Checks, before anything parses a body, that this takes limited time and depth: estimates the cost of its blocks and marks
 * from a lexer's pass. Positions in the body count from 1.
 */
export function markdownProblem(body: string): MarkdownFault | undefined {
  return new BodyCost(body).fault
}

/** A body's estimated cost in microseconds, and its fault if that is too much. */
export class BodyCost {
  readonly meter = new CostMeter()
  fault: MarkdownFault | undefined
  private readonly tags = new OpenTags()
  private readonly around: Surroundings

  constructor(body: string) {
    const text = body.includes('\r') ? body.replace(/\r\n?/g, '\n') : body
    const { meter } = this
    const containers = new ContainerCost(meter)
    const { blocks } = lexBlocks(text, (step) => {
      containers.see(step)
      const isDeep = step.after > MAX_CONTAINERS
      this.fault = isDeep ? tooDeep(step.line, 'lists and quotations', MAX_CONTAINERS) : meter.fault
      return this.fault && 'stop'
    })
    const labels = this.fault ? 0 : (text.match(LABELS)?.length ?? 0)
    if (labels > 0) this.addLabels(text, labels)
    this.around = surroundingsOf(text, labels)
    for (const block of blocks) {
      if (this.fault) return
      this.addBlock(block)
      this.fault ??= meter.fault
    }
    const lines = text.split('\n').length
    meter.add('length', lines, lines * LINE)
    this.fault ??= meter.fault
  }

  private addLabels(text: string, count: number): void {
    const line = text.slice(0, text.search(LABELS)).split('\n').length
    this.meter.add('notes', line, count * LABEL + count ** 2 * COMPARE_LABELS)
  }

  private addBlock({ kind, lines, line, columns = 0, isUnderlined }: Block): void {
    const { meter, tags } = this
    const text = lines.join('\n')
    meter.add('length', line, BLOCK + lines.length * LINE + text.length / 20)
    meter.add('html', line, tags.count * BLOCK_IN_TAG)
    if (kind === 'heading')
      meter.add('length', line, HEADING + (isUnderlined ? line * UNDERLINE : 0))
    if (kind === 'code') return
    const found = tags.read(text, MAX_TAGS)
    if (found === undefined) {
      this.fault = tooDeep(line, 'HTML elements', MAX_TAGS)
      return
    }
    meter.add('html', line, found * TAG)
    if (kind === 'html') return
    if (kind === 'table') {
      meter.add('table', line, TABLE)
      for (const [row, source] of lines.entries()) {
        meter.add('table', line + row, columns * CELL)
        for (const cell of cellsOf(source).slice(0, columns)) this.addText(cell, line + row)
      }
    } else this.addText(text, line)
  }

  private addText(text: string, line: number): void {
    if (addInlineCost(text, line, this.around, this.meter) === 'too deep')
      this.fault = tooDeep(line, 'brackets', MAX_BRACKET_DEPTH)
  }
}

const tooDeep = (line: number, what: string, most: number): MarkdownFault => ({
  line,
  column: 1,
  problem: `nests ${what} more than ${most} deep`,
  fix: 'flatten them',
})
