import { isFunctionWord } from '@/lib/language/terms'
import { visitWords } from '@/lib/language/word-spans'
import { askedTerm } from './question/asked-term'
import { pairOf } from './question/question'

/** A sentence as ranking compares it with a question. */
export type SentenceTerms = {
  /** How often it has each term. */
  counts: ReadonlyMap<string, number>
  joining: ReadonlySet<string>
  /** Neighbouring terms, as `pairOf` writes them. */
  pairs: ReadonlySet<string>
  /** Its words, function words included. */
  length: number
  words: readonly SentenceWord[]
}

export type SentenceWord = { word: string; term: string; start: number; end: number }

/** A sentence as it is written, and its words. */
export type ReadSentence = { text: string; words: readonly SentenceWord[] }

export const UNREAD: SentenceTerms = {
  counts: new Map(),
  joining: new Set(),
  pairs: new Set(),
  length: 0,
  words: [],
}

export function termsOfSentence(text: string, lang?: string): SentenceTerms {
  const counts = new Map<string, number>()
  const joining = new Set<string>()
  const pairs = new Set<string>()
  const words: SentenceWord[] = []
  let previous = ''
  visitWords(text, lang, (word, start, end) => {
    const term = askedTerm(word, lang)
    words.push({ word, term, start, end })
    if (term === '') return
    counts.set(term, (counts.get(term) ?? 0) + 1)
    if (isFunctionWord(word, lang)) {
      joining.add(term)
      return
    }
    if (previous !== '') pairs.add(pairOf(previous, term))
    previous = term
  })
  return { counts, joining, pairs, length: words.length, words }
}

/** Terms of one family begin alike: Korea and Korean, negotiate and negotiator. */
const FAMILY_LETTERS = 4
const FAMILY_SHARE = 0.6

/** Whether it has a term of the same family, which no stemmer brings together. */
export function hasKin(sentence: SentenceTerms, term: string, verbPrefix?: RegExp): boolean {
  if (term.length < FAMILY_LETTERS && !VERB.test(term)) return false
  const bare = (form: string) => (verbPrefix ? form.replace(verbPrefix, '') : form)
  for (const other of sentence.counts.keys()) if (areKin(bare(other), bare(term))) return true
  return false
}

/** A verb of Japanese is written with a sign and its changing end in letters: 売る, 売った. */
const VERB = /^(\p{sc=Han}+)\p{sc=Hira}*$/u

export function areKin(a: string, b: string): boolean {
  const [stem, other] = [VERB.exec(a)?.[1], VERB.exec(b)?.[1]]
  if (stem !== undefined && other !== undefined) return stem === other
  let shared = 0
  while (shared < a.length && shared < b.length && a[shared] === b[shared]) shared += 1
  return shared >= FAMILY_LETTERS && shared >= FAMILY_SHARE * Math.max(a.length, b.length)
}
