import { foldWord } from './fold-word'

/**
 * Languages that write an ending after a name and an apostrophe, mostly: İstanbul’da, Kennedy’ego, Bordeaux’n. English has
 * one only, which `foldWord` takes off.
 */
const SUFFIXING = /^(?:tr|az|tk|crh|pl|fi|et)\b/i

/** Whether a language (BCP 47) writes endings after an apostrophe. */
export const isSuffixing = (lang: string): boolean => SUFFIXING.test(lang)

const SUFFIXED = /^([\p{L}\p{M}\p{N}.]{2,})['’‘ʼ＇]\p{L}/u

/** How long the name is in a word of name, apostrophe and ending; undefined for any other word. */
export const nameLength = (raw: string): number | undefined => SUFFIXED.exec(raw)?.[1]?.length

const PREFIXED = /^\p{sc=Latn}{1,2}['’‘ʼ＇](\p{L}{3,})/u
const CAPITAL = /^\p{Lu}/u

/** The name after a syllable and an apostrophe, folded: Brien of O’Brien, Angelo of D’Angelo, but no clock of o’clock. */
export const nameAfterApostrophe = (raw: string): string | undefined => {
  const name = PREFIXED.exec(raw)?.[1]
  return name !== undefined && CAPITAL.test(name) ? foldWord(name) : undefined
}

/** Each part of a word with an apostrophe by which its name may be known: readers type no capitals. */
export function possibleNames(raw: string, suffixing: boolean): string[] {
  const [after] = PREFIXED.exec(raw)?.slice(1) ?? []
  const [before] = suffixing ? (SUFFIXED.exec(raw)?.slice(1) ?? []) : []
  return [after, before].flatMap((name) => (name === undefined ? [] : [foldWord(name)]))
}
