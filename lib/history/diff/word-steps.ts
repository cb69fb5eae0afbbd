import { diffArrays } from 'diff'
import type { Block } from './blocks'
import type { Change } from './runs'
import type { Token } from './tokens'

type Place = { token: Token; block: number }

/**
 * One word of a comparison. `block` is an index into the blocks of the later version, or for `removed` of the earlier one;
 * a kept word also knows its old place.
 */
export type Step = Place & { change: Change; was?: Place }

/** With more added and removed words in one place the text is new: the cost of the search grows with their square. */
const MAX_EDIT = 1_500

/** Kept words between two longer changes that say nothing alone ("of the") read better as changed. */
const MAX_ISLAND = 20

/** The words of two stretches as kept, removed and added; undefined when they have too little in common. */
export function wordSteps(before: readonly Block[], after: readonly Block[]): Step[] | undefined {
  const [old, now] = [placesOf(before), placesOf(after)]
  const keys = (places: Place[]) => places.map(({ token }) => token.key)
  const hunks = diffArrays(keys(old), keys(now), { maxEditLength: MAX_EDIT })
  if (hunks === undefined) return undefined
  const steps: Step[] = []
  let [from, to] = [0, 0]
  for (const { added, removed, count } of hunks) {
    for (let i = 0; i < count; i++) {
      const was = added ? undefined : old[from++]
      const is = removed ? undefined : now[to++]
      if (was && is) steps.push({ change: 'same', ...is, was })
      else if (was) steps.push({ change: 'removed', ...was })
      else if (is) steps.push({ change: 'added', ...is })
    }
  }
  return withoutIslands(steps)
}

const placesOf = (blocks: readonly Block[]): Place[] =>
  blocks.flatMap((block, index) => block.tokens.map((token) => ({ token, block: index })))

type Stretch = { same: boolean; steps: Step[] }

function withoutIslands(steps: readonly Step[]): Step[] {
  const done: Stretch[] = []
  for (const stretch of stretchesOf(steps)) {
    done.push(stretch)
    while (sinkIsland(done)) {
      // Each island that is merged makes the change around it longer, so the one before it may have to be merged too.
    }
  }
  return done.flatMap(({ same, steps: list }) => (same ? list : inReadingOrder(list)))
}

function stretchesOf(steps: readonly Step[]): Stretch[] {
  const stretches: Stretch[] = []
  for (const step of steps) {
    const same = step.change === 'same'
    const last = stretches.at(-1)
    if (last?.same === same) last.steps.push(step)
    else stretches.push({ same, steps: [step] })
  }
  return stretches
}

/** Merges "change, short kept run, change" at the end of the list into one change. */
function sinkIsland(list: Stretch[]): boolean {
  const [before, island, after] = list.slice(-3)
  if (!before || !island?.same || !after) return false
  const length = lengthOf(island.steps, 'same')
  if (length > MAX_ISLAND || length > weight(before) || length > weight(after)) return false
  const sunk = island.steps.flatMap(({ token, block, was }): Step[] => [
    ...(was ? [{ change: 'removed' as const, ...was }] : []),
    { change: 'added', token, block },
  ])
  list.splice(-3, 3, { same: false, steps: [...before.steps, ...sunk, ...after.steps] })
  return true
}

const weight = ({ steps }: Stretch) =>
  Math.max(lengthOf(steps, 'removed'), lengthOf(steps, 'added'))

function lengthOf(steps: readonly Step[], change: Change): number {
  return steps.reduce((sum, step) => sum + (step.change === change ? step.token.text.length : 0), 0)
}

/** Removed words come before the words that replaced them. */
const inReadingOrder = (steps: readonly Step[]) => [
  ...steps.filter(({ change }) => change === 'removed'),
  ...steps.filter(({ change }) => change === 'added'),
]
