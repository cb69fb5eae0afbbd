import { askingTerms, type Form, questionForm } from './question-form'
import { questionRelation } from './question-relation'
import { type NamedInQuestion, namesInQuestion, nameTerms } from './question-words'

/** What is understood of a question in English beyond its words. All words are terms, as `askedTerm` makes them. */
export type EnglishQuestion = {
  /** How it asks, if its form tells; the kind of answer is known by `expectedAnswer` too. */
  form: Form | undefined
  /** Whom the answer mustn't be: "instead of Ishiba". */
  excluded: ReadonlySet<string>
  /** The answer is who took the place of those. */
  replaced: boolean
  /** Terms that only ask: "stand for", "job". */
  asking: ReadonlySet<string>
  /** The verb beside which the answer is: attend in "Who attended …", meet in "Whom did Akazawa meet in …". */
  relation: string | undefined
  names: readonly NamedInQuestion[]
  /** It asks for what is still to come. */
  inFuture: boolean
}

const EXCLUDES =
  /\b(instead of|other than|besides|apart from|aside from|except(?: for)?|rather than|in place of|in addition to|not counting|but not)\s+([^,;?]+)|\bin (\S[^,;?]*?)['’]s?\s+(?:place|stead)\b/iu
const REPLACES = /^(?:instead|rather|in place)/i
const FUTURE = /\b(?:will|next|upcoming|going to)\b/i

export function parseEnglishQuestion(text: string): EnglishQuestion {
  const excluding = EXCLUDES.exec(text)
  const [, how, others, replaced] = excluding ?? []
  const form = questionForm(text)
  return {
    form,
    excluded: new Set(nameTerms(others ?? replaced ?? '')),
    replaced: replaced !== undefined || REPLACES.test(how ?? ''),
    asking: new Set(askingTerms(text, form)),
    relation: questionRelation(excluding ? text.slice(0, excluding.index) : text),
    names: namesInQuestion(text),
    inFuture: FUTURE.test(text),
  }
}
