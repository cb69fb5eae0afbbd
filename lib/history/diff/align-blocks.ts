import { type Block, removedBlock } from './blocks'
import type { PartKind } from './printed-text'
import { joinRuns, type Run } from './runs'
import type { Step } from './word-steps'

type Placed = { kind: PartKind; changed: boolean; runs: Run[] }

/**
 * Places the words of a comparison in the blocks of the later version. A block that was removed whole stays a block, where
 * it was; other removed words go to the block where their neighbours are now.
 */
export function alignBlocks(steps: readonly Step[], before: Block[], after: Block[]): Placed[] {
  const homes = homesOf(steps)
  const inBlock: Step[][] = after.map(() => [])
  const goneBefore: Block[][] = [...after, undefined].map(() => [])
  let [next, started] = [0, false]
  for (const [index, step] of steps.entries()) {
    if (step.change !== 'removed') {
      started = true
      next = step.block
      inBlock[step.block]?.push(step)
      continue
    }
    const home = homes(step.block, index)
    const block = before[step.block]
    if (home !== undefined) inBlock[home]?.push(step)
    else if (block?.tokens[0] === step.token) goneBefore[started ? next + 1 : 0]?.push(block)
  }
  return goneBefore.flatMap((gone, index) => {
    const block = after[index]
    const words = inBlock[index] ?? []
    const changed = words.some(({ change }) => change !== 'same')
    const here = block ? [{ kind: block.kind, changed, runs: joinRuns(words) }] : []
    return [...gone.map(removedBlock), ...here]
  })
}

/** The block where a removed word's neighbours are now: those after it in its old block, or else those before it. */
function homesOf(steps: readonly Step[]) {
  const stayed = new Map<number, { index: number; block: number }[]>()
  for (const [index, { was, block }] of steps.entries()) {
    if (!was) continue
    const list = stayed.get(was.block) ?? []
    list.push({ index, block })
    stayed.set(was.block, list)
  }
  return (oldBlock: number, index: number): number | undefined => {
    const list = stayed.get(oldBlock)
    return (list?.find((each) => each.index > index) ?? list?.at(-1))?.block
  }
}
