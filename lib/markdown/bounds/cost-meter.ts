/** What makes a body slow, with the words for its editor. */
const REASONS = {
  length: ['is too long for one page', 'split it into several articles'],
  containers: [
    'ends so many lists and quotations that the page would be slow',
    'take out empty lines within them, or split it into several articles',
  ],
  lazy: [
    'continues a paragraph of a list or quotation over too many lines without its mark',
    'begin each line with the mark, or put an empty line before it',
  ],
  marks: ['has too many emphasis marks in one paragraph', 'split the paragraph'],
  brackets: ['has too many square brackets in one paragraph', 'close or escape them (\\[)'],
  open: [
    'has too many comments, tags, code marks or links that start and never end',
    'end them, or escape their first character with a backslash',
  ],
  addresses: ['has an address or a run of marks that is too long', 'put it in backticks'],
  table: ['has too many table cells', 'split it up'],
  html: ['has too many HTML elements', 'write it as Markdown, or split it up'],
  notes: ['has too many footnotes and link definitions', 'split it into several articles'],
} as const satisfies Record<string, readonly [problem: string, fix: string]>

export type Reason = keyof typeof REASONS

export type MarkdownFault = { line: number; column: number; problem: string; fix: string }

/**
 * The most microseconds that parsing, marking and writing a body may take by these estimates. Measured with two hundred
 * kinds of pathological bodies: one below the limit takes less than a second for page, feed and check together.
 */
export const MAX_COST = 600_000

/** Adds up a body's cost in microseconds, and remembers which reason and line cost most. */
export class CostMeter {
  total = 0
  private last = 1
  private readonly sums = new Map<Reason, { sum: number; line: number; most: number }>()

  /** An editor is shown the line with the greatest cost for a reason; among equals, the last. */
  add(reason: Reason, line: number, cost: number): void {
    this.total += cost
    this.last = line
    const known = this.sums.get(reason) ?? { sum: 0, line, most: 0 }
    known.sum += cost
    if (cost >= known.most) Object.assign(known, { line, most: cost })
    this.sums.set(reason, known)
  }

  /** The problem for the editor once the body costs too much. */
  get fault(): MarkdownFault | undefined {
    if (this.total <= MAX_COST) return undefined
    const [worst] = [...this.sums].sort(([, a], [, b]) => b.sum - a.sum)
    const [reason, { line }] = worst ?? (['length', { line: 1 }] as const)
    const [problem, fix] = REASONS[reason]
    return { line: reason === 'length' ? this.last : line, column: 1, problem, fix }
  }
}
