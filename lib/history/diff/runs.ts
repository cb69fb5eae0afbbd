import type { Token } from './tokens'

export type Change = 'same' | 'added' | 'removed'

/** A run of text that was all added, all removed or all kept. A part's runs, joined, are its text, spaces included. */
export type Run = { change: Change; text: string }

type Word = { change: Change; token: Token }

/** Joins words to text, one run for successive words with the same change. Marked text starts and ends with a word. */
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

/** Removed words take their spaces from the earlier text, the others from the later one. */
function isSpaceBetween(before: Word, after: Word): boolean {
  if (before.change !== 'removed' || after.change === 'removed') return after.token.spaced
  return before.token.followed && (after.change === 'same' || after.token.spaced)
}
