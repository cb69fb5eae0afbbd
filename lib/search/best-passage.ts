import { oneSpaced } from '@/lib/language/sentences'
import { knownWord, type TermSpan } from '@/lib/language/terms'
import { visitWords } from '@/lib/language/word-spans'
import { words } from '@/lib/language/words'
import { bodySentences } from '@/lib/markdown/plain-text'

/** Text in pieces, those that were looked for marked. Plain text: it is escaped where it is rendered. */
export type Passage = { id?: string; parts: { text: string; marked: boolean }[] }

export type Sentence = { id?: string; text: string }

/** What tells how well a sentence answers a search: the weight of each term, and phrases as folded words. */
export type Sought = { weights: ReadonlyMap<string, number>; phrases: readonly string[][] }

/** Three lines of a result. */
const LENGTH = 280
/** A sentence that is shorter takes the next one with it. */
const SHORT = 120
/** Of two sentences that say as much, the earlier. */
const LATER = 0.002
const PHRASE_WEIGHT = 20

/** The best passage of a Markdown body: see bestPassage. */
export function passageOfBody(body: string, sought: Sought, lang?: string): Passage | undefined {
  const mayHold = sieveOf(sought.weights.keys())
  return (
    bestPassage(bodySentences(body, lang, mayHold), sought, lang) ??
    bestPassage(bodySentences(body, lang), sought, lang)
  )
}

/** The sentence that has most of what was looked for, with those words marked; undefined when none has any. */
export function bestPassage(
  sentences: readonly Sentence[],
  sought: Sought,
  lang?: string,
): Passage | undefined {
  const sieve = sieveOf(sought.weights.keys())
  const sieved = bestOf(sentences, sought, lang, sieve)
  const best = sieved.score > 0 ? sieved : bestOf(sentences, sought, lang, () => true)
  const sentence = sentences[best.at]
  if (sentence === undefined) return undefined
  const next = sentences[best.at + 1]?.text
  const long = sentence.text.length >= SHORT || next === undefined
  const text = oneSpaced(long ? sentence.text : `${sentence.text} ${next}`)
  return {
    ...(sentence.id !== undefined && { id: sentence.id }),
    parts: markText(text, sought, lang),
  }
}

function bestOf(
  sentences: readonly Sentence[],
  sought: Sought,
  lang: string | undefined,
  mayHold: (text: string) => boolean,
) {
  let best = { at: -1, score: 0 }
  for (const [at, { text }] of sentences.entries()) {
    if (!mayHold(text)) continue
    const score = scoreOf(text, sought, lang) * (1 - Math.min(0.5, at * LATER))
    if (score > best.score) best = { at, score }
  }
  return best
}

/** Terms that a word may have few letters in common with: men, women and U.S. */
const UNLIKE = new Set(['man', 'woman', 'usa'])
/** Letters that lose an accent before they are compared, and Arabic, whose words change inside. */
const ACCENTED = /[\u00c0-\u024f\u0370-\u03ff\u0400-\u04ff\u0600-\u06ff\u1e00-\u1eff]/

/** Whether a text may hold one of these terms, by their beginnings: quicker by far than finding its terms. */
function sieveOf(terms: Iterable<string>): (text: string) => boolean {
  // A stem differs from its words in its last letter at most.
  const beginning = (term: string) =>
    term.slice(0, Math.max(1, term.length - (UNLIKE.has(term) ? 2 : 1)))
  const hints = [...new Set([...terms].map(beginning))]
  const plain = hints.filter((hint) => /^[a-z0-9]+$/.test(hint))
  const others = hints.filter((hint) => !plain.includes(hint))
  const words = plain.length > 0 ? new RegExp(`\\b(?:${plain.join('|')})`, 'i') : undefined
  return (text) =>
    words?.test(text) ||
    ACCENTED.test(text) ||
    (others.length > 0 && others.some((hint) => text.toLowerCase().includes(hint)))
}

function scoreOf(text: string, { weights, phrases }: Sought, lang: string | undefined): number {
  const found = new Set<string>()
  let score = 0
  visitWords(text, lang, (word) => {
    for (const term of soughtTerms(word, weights, lang)) {
      if (found.has(term)) continue
      found.add(term)
      score += weights.get(term) ?? 0
    }
  })
  if (score === 0 || phrases.length === 0) return score
  const row = ` ${words(text, lang).join(' ')} `
  const held = phrases.filter((phrase) => row.includes(` ${phrase.join(' ')} `))
  return score + held.length * PHRASE_WEIGHT
}

/** What of a word is looked for: itself, or words that it is made of. */
function soughtTerms(word: string, weights: Sought['weights'], lang: string | undefined): string[] {
  const { term, parts } = knownWord(word, lang)
  if (parts === '') return weights.has(term) ? [term] : []
  return [term, ...parts.split(' ')].filter((each) => weights.has(each))
}

function soughtSpans(text: string, weights: Sought['weights'], lang: string | undefined) {
  const spans: Omit<TermSpan, 'term'>[] = []
  visitWords(text, lang, (word, start, end) => {
    if (soughtTerms(word, weights, lang).length > 0) spans.push({ start, end })
  })
  return spans
}

/** A text cut to the neighbourhood of its first marked word, and the marked words as pieces of their own. */
export function markText(text: string, { weights }: Sought, lang?: string): Passage['parts'] {
  const marks = soughtSpans(text, weights, lang)
  const { start, end } = windowOf(text, marks[0]?.start ?? 0)
  const parts: Passage['parts'] = []
  let at = start
  const plain = (to: number) => {
    if (to > at) parts.push({ text: text.slice(at, to), marked: false })
  }
  if (start > 0) parts.push({ text: '…', marked: false })
  for (const mark of marks) {
    if (mark.start < at || mark.end > end) continue
    plain(mark.start)
    parts.push({ text: text.slice(mark.start, mark.end), marked: true })
    at = mark.end
  }
  plain(end)
  if (end < text.length) parts.push({ text: '…', marked: false })
  return parts
}

/** Where a text that is too long is cut: between words where there are any, and never inside a character. */
function windowOf(text: string, first: number): { start: number; end: number } {
  if (text.length <= LENGTH) return { start: 0, end: text.length }
  const wanted = first < LENGTH / 2 ? 0 : Math.min(first - LENGTH / 4, text.length - LENGTH)
  const space = text.indexOf(' ', wanted)
  const start =
    wanted === 0 ? 0 : whole(text, space > 0 && space < first ? space + 1 : Math.floor(wanted))
  if (start + LENGTH >= text.length) return { start, end: text.length }
  const last = text.lastIndexOf(' ', start + LENGTH)
  return { start, end: last > start + LENGTH / 2 ? last : whole(text, start + LENGTH) }
}

/** The offset itself, or the one after it when it lies inside a surrogate pair. */
const whole = (text: string, at: number) => (/[\uDC00-\uDFFF]/.test(text.charAt(at)) ? at + 1 : at)
