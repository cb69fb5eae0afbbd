import { abbreviationsOf, SPEECH } from './abbreviations'

/** How far back and ahead a word is looked for; longer runs are no abbreviation. */
const REACH = 60

const UNSPACED = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u

type Stop = {
  /** Where the sentence so far began. */
  start: number
  /** Where the run of stops begins. */
  stop: number
  /** Where it ends, with the quotes and brackets that close after it. */
  end: number
}

/** Whether a run of `.`, `!`, `?`, `…` (or a stop of another script) ends a sentence. */
export function endsAtStop(text: string, { start, stop, end }: Stop, lang?: string): boolean {
  const ahead = text.slice(end, end + REACH)
  if (ahead.trim() === '') return true
  if (!/^\s/.test(ahead)) return endsUnspaced(text.charAt(stop - 1), text.charAt(stop), ahead)
  const next = ahead.replace(/^[\s\p{Ps}\p{Pi}\p{Pf}"'¿¡*–—-]+/u, '')
  if (next === '') return true
  if (/^\p{Ll}/u.test(next) && !/^\p{Ll}+\p{Lu}/u.test(next)) return false
  const run = text.slice(stop, end)
  if (!run.startsWith('.')) return !(/[\p{Pi}\p{Pf}"']$/u.test(run) && SPEECH.test(next))
  if (/^\.{2,}/.test(run)) return !/\s/.test(text.charAt(stop - 1)) && !/^\d/.test(next)
  if (/^\s*\./.test(ahead)) return false
  return endsAtFullStop(text.slice(Math.max(start, stop - REACH), stop), next, stop - start, lang)
}

/** Where no space follows: a stop of a script that needs none, or `?` and `!` amid letters of one that has none. */
function endsUnspaced(before: string, stop: string, ahead: string): boolean {
  if (/[؟۔।॥։።။។]/.test(stop)) return /^\p{L}/u.test(ahead)
  return (
    /[!?]/.test(stop) &&
    UNSPACED.test(before) &&
    UNSPACED.test(ahead) &&
    !/^(?:と|って)/.test(ahead)
  )
}

/** L'art. 5. */
const ELIDED = /^(?:[cdjlmnst]|qu)['’]/i
/** "3 m.": a letter after a number measures something. */
const UNIT = /\p{Nd}\s?[mglhмлч]$/u
/** "т. д". */
const PAIR = /\p{L}+\.\s?\p{L}+$/u

function endsAtFullStop(before: string, next: string, length: number, lang?: string): boolean {
  const written = /[\p{L}\p{M}\p{N}.’'&]*$/u.exec(before)?.[0].replace(/^[.’']+/, '') ?? ''
  const word = written.replace(ELIDED, '')
  if (word === '') return true
  const { titles, numbered, lettered, either, ends, starters } = abbreviationsOf(lang)
  if (
    UNIT.test(before) ||
    ends.has(word) ||
    ends.has(PAIR.exec(before)?.[0].replace(/\s/g, '') ?? '')
  )
    return true
  const first = /^[\p{L}’']+/u.exec(next)?.[0] ?? ''
  const starts = starters.has(first) || starters.has(first.replace(/(?<=['’]).*/, ''))
  if (either.has(word) && starts) return true
  if (titles.has(word)) return false
  if (/^\p{N}/u.test(next) && numbered.has(word)) return false
  if (/^(?:\p{Lu}|[IVXLCDM]+)$/u.test(first) && lettered.has(word)) return false
  if (/^\d+$/.test(word)) return !(word.length === length || (word.length < 3 && isOrdinal(lang)))
  if (/^\p{L}\p{M}*$/u.test(word)) return (word === 'I' && starts) || isLettered(before, lettered)
  if (isAcronym(word) || either.has(word)) return starts
  return true
}

/** Whether a single letter at the end belongs to what stands before it: "afb. A". */
function isLettered(before: string, lettered: ReadonlySet<string>): boolean {
  const found = /(\p{L}+)\.\s+\p{Lu}$/u.exec(before)
  return lettered.has(found?.[1] ?? '')
}

/** `U.S`, `D.C`, `z.B`: letters with stops between them. */
function isAcronym(word: string): boolean {
  return /^(?:\p{L}{1,2}\.)+\p{L}{1,2}$/u.test(word)
}

/** "am 28. Juni": these languages write ordinal numbers with a full stop. */
function isOrdinal(lang: string | undefined): boolean {
  return /^(?:de|da|nb|nn|no|fi|cs|sk|pl|hu|hr|sl|tr)\b/i.test(lang ?? '')
}
