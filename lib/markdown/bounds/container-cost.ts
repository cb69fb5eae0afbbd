import type { LineStep } from '../lexer/block-lexer'
import type { CostMeter } from './cost-meter'

/** What the parser records for a line, and for each list or quotation around the line: it keeps all of it. */
const EVENTS_PER_LINE = 2
const EVENTS_PER_CONTAINER = 7
/** For each line of the paragraph that a lazy line continues. */
const EVENTS_PER_LAZY_LINE = 4

/** Microseconds. */
const COPY_EVENT = 0.1
const WALK_EVENT = 0.02
const ENTER_CONTAINER = 60
const STAY_IN_CONTAINER = 40

/**
 * The cost of lists, quotations and footnotes. When one ends and no other starts on the same line, micromark copies
 * everything that it has recorded of the document so far: when many end, the time grows with the square of their number.
 */
export class ContainerCost {
  private events = 0

  constructor(private readonly meter: CostMeter) {}

  readonly see = ({ line, before, matched, after, opened, leafLines }: LineStep): void => {
    this.events += EVENTS_PER_CONTAINER * Math.max(matched, after)
    const entered = after - matched
    const cost = matched * STAY_IN_CONTAINER + Math.max(0, entered) * ENTER_CONTAINER
    this.meter.add('length', line, cost)
    if (matched === before) return
    const isLazy = !opened && after === before
    if (isLazy) {
      this.meter.add('lazy', line, leafLines * EVENTS_PER_LAZY_LINE * WALK_EVENT)
      return
    }
    // An item after another of its list ends only what is inside that one; other marks end everything without copying.
    const copies = !opened || before > matched + 1
    const events = this.events + line * EVENTS_PER_LINE
    if (copies) this.meter.add('containers', line, events * COPY_EVENT)
  }
}
