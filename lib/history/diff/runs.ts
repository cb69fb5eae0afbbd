import type { Token } from './tokens'

export type Change = 'same' | 'added' | 'removed'

/** A stretch of text with one fate. The runs of a part, one after the other, are its text, spaces included. */
export type Run = { change: Change; text: string }

type Word = { change: Change; token: Token }

/** Puts words back together to text, as many to a run as share one fate. Marked text begins and ends with a word. */
export function joinRuns(words: readonly Word[]): Run[] {
  const runs: Run[] = []
  let before: Word | undefined
  const add = (change: Change, text: string) => {
    const last = runs.at(-1)
    if (last?.change === change) last.text += text
    else runs.push({ change, text })
  }
  for (const word of words) {
    const { change, token } = word
    if (before && isSpaceBetween(before, word)) add(before.change === change ? change : 'same', ' ')
    add(change, token.text)
    before = word
  }
  return runs
}

/** Words that went have their spaces in the earlier text, the others in the later one. */
function isSpaceBetween(before: Word, after: Word): boolean {
  if (before.change !== 'removed' || after.change === 'removed') return after.token.spaced
  return before.token.followed && (after.change === 'same' || after.token.spaced)
}
