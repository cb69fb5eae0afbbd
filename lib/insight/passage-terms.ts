import { prefilterFor } from './prefilter'
import { indexedTerms, isEnglish } from './question/asked-term'
import type { Question } from './question/question'
import { questionsIn } from './question/question-languages'
import { shortForms } from './question/short-forms'
import { alikeTo } from './question/words-alike'
import { hasKin, type SentenceTerms, termsOfSentence, UNREAD } from './sentence-terms'

/** An article, or what of it may be quoted. */
export type Passage = {
  slug: string
  title: string
  lang?: string | undefined
  sentences: readonly { id: string; text: string }[]
}

/** How a sentence has a term of a question, from best to none. */
export type Presence =
  | 'itself'
  /** Its name in full, or its letters: SDF for Self-Defense Forces. */
  | 'another form'
  /** "the summit", when the article spoke of the NATO summit before. */
  | 'carried'
  /** Korean for Korea. */
  | 'family'
  /** Cut for reduction. */
  | 'alike'
  /** In the sentence before or the title, and the sentence says "they". */
  | 'leaning'
  | 'nearby'
  | 'elsewhere'
  | 'nowhere'

/** A passage as a question sees it. */
export class PassageTerms {
  readonly sentences: readonly SentenceTerms[]
  readonly meanLength: number
  readonly #title: SentenceTerms
  readonly #anywhere: ReadonlySet<string>
  readonly #otherForms: ReadonlyMap<string, readonly (readonly string[])[]>
  readonly #english: boolean

  constructor(
    private readonly question: Question,
    private readonly passage: Passage,
  ) {
    const { title, sentences, lang } = passage
    const { terms, shortNames } = question
    this.#english = isEnglish(lang)
    const mayMatch = prefilterFor(
      [...terms, ...shortNames.map(({ short }) => short)].flatMap((term) => [
        term,
        ...indexedTerms(term),
      ]),
    )
    this.sentences = sentences.map(({ text }) =>
      mayMatch(text) ? termsOfSentence(text, lang) : UNREAD,
    )
    this.#title = termsOfSentence(title, lang)
    this.#anywhere = new Set(this.sentences.flatMap(({ counts }) => [...counts.keys()]))
    this.#otherForms = this.#english ? otherForms(question, this.#anywhere, passage) : new Map()
    const lengths = this.sentences.map(({ length }) => length).filter((length) => length > 0)
    this.meanLength = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length)
  }

  presenceOf(term: string, i: number): Presence {
    const sentence = this.sentences[i] ?? UNREAD
    const { leans, verbPrefix } = questionsIn(this.passage.lang)
    if (sentence.counts.has(term)) return 'itself'
    if (this.#hasOtherForm(term, sentence)) return 'another form'
    if (this.#english && this.#isCarried(term, i)) return 'carried'
    if (hasKin(sentence, term, verbPrefix)) return 'family'
    if (this.#english)
      for (const other of alikeTo(term)) if (sentence.counts.has(other)) return 'alike'
    if (this.sentences[i - 1]?.counts.has(term) || this.#title.counts.has(term))
      return leans.test(this.passage.sentences[i]?.text ?? '') ? 'leaning' : 'nearby'
    return this.#anywhere.has(term) ? 'elsewhere' : 'nowhere'
  }

  #hasOtherForm = (term: string, { counts }: SentenceTerms): boolean =>
    this.#otherForms.get(term)?.some((form) => form.every((each) => counts.has(each))) ?? false

  /** "NATO" of a question for the NATO summit in a sentence about "the summit". */
  #isCarried(term: string, i: number): boolean {
    const { text = '' } = this.passage.sentences[i] ?? {}
    const { words } = this.sentences[i] ?? UNREAD
    for (const pair of this.question.pairs) {
      const [name, noun] = pair.split(' ')
      if (name !== term || noun === undefined || !this.question.exact.has(name)) continue
      const isSpokenOf = words.some(
        (word, at) => word.term === noun && at > 0 && CARRYING.test(text.slice(0, word.start)),
      )
      if (
        isSpokenOf &&
        (this.#title.pairs.has(pair) ||
          this.sentences.slice(0, i).some(({ pairs }) => pairs.has(pair)))
      )
        return true
    }
    return false
  }
}

/** What stands before a noun that means the one spoken of before. */
const CARRYING = /\b(?:the|this|that|these|those|both)\s(?:\p{Ll}+\s)?$/iu

/** For each term of a question what sentences may have instead: its name in full, or its letters. */
function otherForms(
  { acronyms, shortNames }: Question,
  anywhere: ReadonlySet<string>,
  { sentences }: Passage,
) {
  const forms = new Map<string, string[][]>()
  const add = (term: string, form: string[]) => forms.set(term, [...(forms.get(term) ?? []), form])
  for (const { long, short } of shortNames)
    if (anywhere.has(short)) for (const term of long) add(term, [short])
  if (acronyms.size === 0) return forms
  for (const { text } of sentences)
    for (const { long, short } of shortForms(text)) if (acronyms.has(short)) add(short, [...long])
  return forms
}
