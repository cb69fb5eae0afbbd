import { BEFORE_NUMBER, EITHER, SPEECH, STARTERS, TITLES } from './abbreviations'

/** How far back and ahead a word is looked for; longer runs are no abbreviation. */
const REACH = 60

type Stop = {
  /** Where the sentence so far began. */
  start: number
  /** Where the run of stops begins. */
  stop: number
  /** Where it ends, with the quotes and brackets that close after it. */
  end: number
}

/** Whether a run of `.`, `!`, `?`, `…` (or an Arabic or Hindi stop) ends a sentence. */
export function endsAtStop(text: string, { start, stop, end }: Stop, lang?: string): boolean {
  const ahead = text.slice(end, end + REACH)
  if (ahead.trim() === '') return true
  if (!/^\s/.test(ahead)) return /^[؟۔।॥]/.test(text.slice(stop)) && /^\p{L}/u.test(ahead)
  const next = ahead.replace(/^[\s\p{Ps}\p{Pi}"'“‘«¿¡*–—-]+/u, '')
  if (next === '') return true
  if (/^\p{Ll}/u.test(next) && !/^\p{Ll}+\p{Lu}/u.test(next)) return false
  const run = text.slice(stop, end)
  if (!run.startsWith('.')) return !(/["'”’»]$/.test(run) && SPEECH.test(next))
  if (/^\.{2,}/.test(run)) return !/\s/.test(text.charAt(stop - 1)) && !/^\d/.test(next)
  if (/^\s*\./.test(ahead)) return false
  return endsAtFullStop(text.slice(Math.max(start, stop - REACH), stop), next, stop - start, lang)
}

function endsAtFullStop(before: string, next: string, length: number, lang?: string): boolean {
  const word = /[\p{L}\p{M}\p{N}.’'&]*$/u.exec(before)?.[0].replace(/^[.’']+/, '') ?? ''
  if (word === '') return true
  const starts = STARTERS.has(/^[\p{L}’']+/u.exec(next)?.[0] ?? '')
  if (TITLES.has(word)) return false
  if (/^\p{N}/u.test(next) && BEFORE_NUMBER.has(word)) return false
  if (/^\d+$/.test(word)) return !(word.length === length || (word.length < 3 && isOrdinal(lang)))
  if (/^\p{L}\p{M}*$/u.test(word)) return word === 'I' && starts
  if (isAcronym(word) || EITHER.has(word)) return starts
  return true
}

/** `U.S`, `D.C`, `z.B`: letters with stops between them. */
function isAcronym(word: string): boolean {
  return /^(?:\p{L}{1,2}\.)+\p{L}{1,2}$/u.test(word)
}

/** "am 28. Juni": these languages write ordinal numbers with a full stop. */
function isOrdinal(lang: string | undefined): boolean {
  return /^(?:de|da|nb|nn|no|fi|cs|sk|pl|hu|hr|sl|tr)\b/i.test(lang ?? '')
}
