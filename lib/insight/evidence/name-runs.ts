import { NO_NAMES } from '@/lib/language/name-words'
import { isFunctionWord } from '@/lib/language/terms'
import type { ReadSentence } from '../sentence-terms'

/** A name in a sentence, from its first word to before the word after it. */
export type Run = { from: number; to: number }

const JOINS = /^(?:[ \u00a0]|[-‐‑]|\. )$/
const POSSESSIVE = /['’]s?$/

/** Neighbouring words with capitals. */
export function nameRuns({ text, words }: ReadSentence): Run[] {
  const runs: Run[] = []
  words.forEach(({ word, start }, i) => {
    const isName = startsCapital(text, start) && !NO_NAMES.has(word)
    if (!isName || (i === 0 && isFunctionWord(word))) return
    const last = runs.at(-1)
    const before = words[i - 1]
    const joined =
      last?.to === i &&
      before !== undefined &&
      JOINS.test(text.slice(before.end, start)) &&
      !POSSESSIVE.test(text.slice(before.start, before.end))
    if (last && joined) last.to = i + 1
    else runs.push({ from: i, to: i + 1 })
  })
  return runs
}

export const startsCapital = (text: string, start: number): boolean =>
  /^\p{Lu}/u.test(text.slice(start, start + 2))
