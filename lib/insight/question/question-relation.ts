import { isFunctionWord } from '@/lib/language/terms'
import { type WordSpan, wordSpans } from '@/lib/language/word-spans'
import { askedTerm } from './asked-term'
import { ENGLISH } from './data/questions-en'
import { wordSet } from './question-words'
import { baseForm } from './verb-forms'

const ASKS = wordSet('who whom whose what which when where why how whoabbr')
const AUXILIARY = wordSet(
  'did do does has have had is are was were will would can could should may might must',
)
/** What begins another part of the question: prepositions, articles. */
const BEGINS_PART = wordSet(`
  in on at by for with from to into of about against during after before since until over under between among near
  through as than because if that a an the its his her their this these those instead
`)
const NO_VERBS = wordSet(`
  ${ENGLISH.kinds} ${ENGLISH.asking} part place rate amount share percent sort kind type old long far high tall big large deep fast often heavy
`)
/** Function words that may be the verb of a question. */
const COMMON_VERBS = wordSet('go went gone')
/** These verbs say little: another may say the same. */
const LIGHT_VERBS = wordSet(
  'make made give gave given get got come came take taken took have hold begin start become mean want involv us suppos schedul plan',
)

/**
 * The verb of an English question as a term, as far as the order of its words tells: with an auxiliary, the last small word
 * before the next part ("When did the ferry sink near Bergen?"), without one, the first ("Who warned the owners?").
 */
export function questionRelation(text: string): string | undefined {
  const words = wordSpans(text)
  const asking = words.findIndex(({ word }) => ASKS.has(word))
  if (asking < 0) return undefined
  const rest = words.slice(asking + 1)
  const mayBeVerbs = (of: readonly WordSpan[]) =>
    firstPart(of).filter((word) => mayBeVerb(word, text))
  const auxiliary = rest.findIndex(({ word }) => AUXILIARY.has(word))
  const does = /^d(?:id|o|oes)$/.test(rest[auxiliary]?.word ?? '')
  const isDirect =
    auxiliary < 0 || (!does && rest.slice(0, auxiliary).some(({ word }) => BEGINS_PART.has(word)))
  const verb = isDirect
    ? firstVerb(words[asking]?.word ?? '', rest, mayBeVerbs)
    : mayBeVerbs(rest.slice(auxiliary + 1)).at(-1)
  const term = verb && askedTerm(verb.word)
  return term === undefined || LIGHT_VERBS.has(term) ? undefined : term
}

function firstPart(words: readonly WordSpan[]): readonly WordSpan[] {
  const end = words.findIndex(({ word }, i) => i > 0 && BEGINS_PART.has(word))
  return end < 0 ? words : words.slice(0, end)
}

const mayBeVerb = ({ word, start }: WordSpan, text: string): boolean =>
  /^\p{Ll}/u.test(text.charAt(start)) &&
  (!isFunctionWord(word) || COMMON_VERBS.has(word)) &&
  !NO_VERBS.has(word)

/** "Which foreign minister attended", "How many people died": the verb comes after what is asked for. */
function firstVerb(
  asking: string,
  rest: readonly WordSpan[],
  mayBeVerbs: (of: readonly WordSpan[]) => WordSpan[],
): WordSpan | undefined {
  if (asking.startsWith('who')) return mayBeVerbs(rest)[0]
  const later = mayBeVerbs(rest.slice(asking === 'how' ? 2 : 1))
  return later.find(({ word }) => /ed$/.test(word) || baseForm(word) !== word) ?? later[0]
}
