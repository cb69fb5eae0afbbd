import { diffArrays } from 'diff'
import { alignBlocks } from './align-blocks'
import { addedBlock, type Block, blocksOf, keptBlock, keysOf, removedBlock } from './blocks'
import { PART_KINDS, type Part, type PartKind } from './printed-text'
import type { Run } from './runs'
import { wordKeys } from './tokens'
import { wordSteps } from './word-steps'

/** A part of the later version with its changes; a removed part keeps its old place. */
export type ComparedPart = { kind: PartKind; changed: boolean; runs: Run[] }

/** Compares two versions word by word; changes of typography alone don't count. */
export function compareVersions(before: readonly Part[], after: readonly Part[]): ComparedPart[] {
  return PART_KINDS.flatMap((kind) => compareBlocks(blocksOf(before, kind), blocksOf(after, kind)))
}

/** The parts of a version that has no earlier one to compare with. */
export function uncompared(parts: readonly Part[]): ComparedPart[] {
  return PART_KINDS.flatMap((kind) => blocksOf(parts, kind).map(keptBlock))
}

/** The words of a version as one text: equal exactly when `compareVersions` finds no change. */
export function comparedWords(parts: readonly Part[]): string {
  return JSON.stringify(
    PART_KINDS.map((kind) => {
      const keys = parts.flatMap((part) => (part.kind === kind ? wordKeys(part.text) : []))
      return keys.filter((each) => each !== '').join(' ')
    }),
  )
}

const wordsOf = (blocks: readonly Block[]) => blocks.flatMap(keysOf).join(' ')

/** Compares whole blocks first, then words within the stretches where blocks differ. */
function compareBlocks(before: Block[], after: Block[]): ComparedPart[] {
  // The same words split into other paragraphs: a paragraph break is typography.
  if (wordsOf(before) === wordsOf(after)) return after.map(keptBlock)
  const compared: ComparedPart[] = []
  let [from, to] = [0, 0]
  let gone: Block[] = []
  const close = (added: Block[]) => {
    if (gone.length + added.length > 0) compared.push(...compareStretch(gone, added))
    gone = []
  }
  const keys = (blocks: Block[]) => blocks.map((block) => keysOf(block).join(' '))
  for (const { added, removed, count } of diffArrays(keys(before), keys(after))) {
    if (removed) {
      gone = before.slice(from, from + count)
      from += count
      continue
    }
    const next = after.slice(to, to + count)
    to += count
    close(added ? next : [])
    if (added) continue
    compared.push(...next.map(keptBlock))
    from += count
  }
  close([])
  return compared
}

/** Blocks that differ: word by word if the result is readable, otherwise the old ones followed by the new ones. */
function compareStretch(before: Block[], after: Block[]): ComparedPart[] {
  const steps = wordSteps(before, after)
  return steps === undefined
    ? [...before.map(removedBlock), ...after.map(addedBlock)]
    : alignBlocks(steps, before, after)
}
