import type { Part, PartKind } from './printed-text'
import { type Change, joinRuns } from './runs'
import { type Token, tokens } from './tokens'

/** A part split into words. */
export type Block = { kind: PartKind; tokens: Token[] }

/** The parts of one kind that contain words. */
export function blocksOf(parts: readonly Part[], kind: PartKind): Block[] {
  return parts
    .filter((part) => part.kind === kind)
    .map(({ text }) => ({ kind, tokens: tokens(text) }))
    .filter((block) => block.tokens.length > 0)
}

export const keysOf = (block: Block) => block.tokens.map(({ key }) => key)

const whole =
  (change: Change) =>
  ({ kind, tokens: list }: Block) => ({
    kind,
    changed: change !== 'same',
    runs: joinRuns(list.map((token) => ({ change, token }))),
  })

export const keptBlock = whole('same')
export const addedBlock = whole('added')
export const removedBlock = whole('removed')
