import { wordSpans } from '@/lib/article/word-spans'

/** Words that carry on from what was said before: whoever reads the sentence alone misses it. */
const CONNECTORS =
  /^(?:but|and|or|nor|so|yet|however|nevertheless|nonetheless|moreover|furthermore|also|besides|instead|still|then|therefore|thus|hence|otherwise|similarly|likewise|additionally|indeed|rather|such|another|others?|either way|in addition|in other words|in turn|in contrast|by contrast|for example|for instance|as a result|as such|on the other hand|on the contrary|at the same time|at that time|because of (?:this|that)|despite (?:this|that)|meanwhile|parallel to|that said|that's|even so|both|neither|the (?:former|latter|two|three|pair|duo|same|other)|here|among them|which|who|whose|where|when asked|asked|aside from that|apart from that|after (?:this|that)|since then|until then|by then)(?=[\s,;:]|$)/i

const PRONOUNS =
  /^(?:he|she|it|they|him|them|his|her|hers|its|their|theirs|i|we|my|our|you|your|(?:he|she|it|they|i|we|you)['’](?:s|d|ll|ve|re|m))(?=[\s,;:]|$)/i

/** "This year" needs nothing before it, "this decision" does. */
const POINTERS =
  /^(?:this|that|these|those)\s+(?!(?:year|week|month|morning|afternoon|evening|season|summer|winter|spring|autumn|fall|century|decade)(?:['’]s)?\b)/i

const SPEECH =
  'said|says|say|added|adds|told|tells|explained|explains|continued|asked|noted|wrote|replied|stated|insisted|claimed|recalled|concluded|argued'

/** What stands after a quotation that was cut off from it. */
const LOOSE_SPEECH = new RegExp(
  `^(?:${SPEECH})\\b|^(?:the|a|an)?\\s*[\\p{L}-]+\\s+(?:${SPEECH})\\s*[.:]?$`,
  'iu',
)
/** "…, he said": the speaker was named elsewhere. */
const PRONOUN_SPEECH = new RegExp(
  `[,.!?'"”’]\\s+(?:(?:he|she|they|it|i|we)\\s+(?:has |have |had |also )?(?:${SPEECH})|(?:${SPEECH})\\s+(?:he|she|they))\\b`,
  'iu',
)

const BOILERPLATE =
  /copyright|©|all rights reserved|https?:|www\.|^(?:photo|video|image|read more|related|watch|see also|click|follow|subscribe|sign up|contact|reporting by|editing by|additional reporting|source|advertisement|e-?mail)\b|contributed to this report/i

/** Below this a sentence is a cry or a heading, above it a list or a splitting fault; neither is a point. */
const FEWEST_WORDS = 6
const MOST_WORDS = 45

/**
 * Whether a sentence can be shown without its neighbours: it is whole (ends like a sentence, quotations and brackets
 * opened in it are closed in it), says something (no question, no boilerplate) and leans on nothing before it
 * (no "But …", "He said …", "This decision …"). Leaning is judged by English words; other languages pass that part.
 */
export function standsAlone(text: string, words: number): boolean {
  if (words < FEWEST_WORDS || words > MOST_WORDS) return false
  if (!isWhole(text) || BOILERPLATE.test(text)) return false
  const bare = text.replace(/^[\s"'“‘«`([-]+/u, '')
  if (CONNECTORS.test(bare) || PRONOUNS.test(bare) || POINTERS.test(bare)) return false
  if (LOOSE_SPEECH.test(bare) || isQuotationOnly(text)) return false
  return !PRONOUN_SPEECH.test(text)
}

const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0

function isWhole(text: string): boolean {
  if (!/(?:[.!…。！]|[.!]\s?['"”’»)\]」』]+|[.!] (?:''|"))$/u.test(text)) return false
  return isBalanced(text)
}

/** Quotation marks and brackets in pairs. An apostrophe looks like a closing quote, so those may be more. */
function isBalanced(text: string): boolean {
  const pairs: [RegExp, RegExp][] = [
    [/“/g, /”/g],
    [/``/g, /''/g],
    [/«/g, /»/g],
    [/\(/g, /\)/g],
    [/\[/g, /\]/g],
    [/「/g, /」/g],
  ]
  if (pairs.some(([open, close]) => count(text, open) !== count(text, close))) return false
  if (count(text, /"/g) % 2 === 1) return false
  const opened = count(text, /(?<![\p{L}\p{N}])['‘](?=[\p{L}\p{N}])/gu)
  const closed = count(text, /(?<=\S)['’](?![\p{L}\p{N}])/gu)
  return opened <= closed && !(opened === 0 && /[.!?,]['’]$/.test(text))
}

function isQuotationOnly(text: string): boolean {
  return /^\s*(?:["“«「]|``|['‘](?!\d))[^"“”«»]*(?:["”»」]|''|['’])\s*[.!]?$/u.test(text)
}

/** Whether a word after the first begins with a capital letter. */
export function namesAnything(text: string): boolean {
  const [, ...later] = wordSpans(text)
  return later.some(({ start }) => /^\p{Lu}/u.test(text.slice(start, start + 2)))
}
