import { isEnglish, pointsIn } from './point-languages'

/** Words that carry on from what was said before: a reader of the sentence alone misses it. */
const CONNECTORS =
  /^(?:but|and|or|nor|so|yet|however|nevertheless|nonetheless|moreover|furthermore|also|besides|instead|still|then|therefore|thus|hence|otherwise|similarly|likewise|additionally|indeed|rather|such|another|others?|either way|in addition|in other words|in turn|in contrast|by contrast|for example|for instance|as a result|as such|on the other hand|on the contrary|at the same time|at that time|because of (?:this|that)|despite (?:this|that)|meanwhile|parallel to|that said|that's|even so|both|neither|the (?:former|latter|two|three|pair|duo|same|other)|here|among them|which|who|whose|where|when asked|asked|aside from that|apart from that|after (?:this|that)|since then|until then|by then)(?=[\s,;:]|$)/i

const PRONOUNS =
  /^(?:he|she|it|they|him|them|his|her|hers|its|their|theirs|i|we|my|our|you|your|(?:he|she|it|they|i|we|you)['’](?:s|d|ll|ve|re|m))(?=[\s,;:]|$)/i

/** "This year" needs nothing before it, "this decision" and "with that move" do. */
const POINTERS =
  /^(?:(?:with|after|before|since|despite|under|in|on|at|by|for|from|of|during|following|to) )?(?:this|that|these|those)\s+(?!(?:year|week|month|morning|afternoon|evening|season|summer|winter|spring|autumn|fall|century|decade)(?:['’]s)?\b)/i

/** "In 2013, it …", "While on the way to the hut he …": nobody has been named before the pronoun. */
const LATE_PRONOUN =
  /^((?:in|on|at|by|since|after|before|during|last|earlier|later|today|yesterday|until|while|when|as|though|although|once|if)\b[^.;:]*?)(?:,\s|\s)(?:he|she|they)\b|^((?:in|on|since|by|until|last|earlier|later)\b[^,.;:]{0,25})\s?,\sit\b/i
const NAMES_DAY =
  /\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Jan|Febr)uary|March|April|May|June|July|August|(?:Sept|Nov|Dec)ember|October)\b/g
/** A name, or somebody who comes in here. */
const INTRODUCES = /\p{Lu}|\b(?:an?|his|her|their)\s\p{Ll}/u

const SPEECH =
  'said|says|say|added|adds|told|tells|explained|explains|continued|asked|noted|wrote|replied|stated|insisted|claimed|recalled|concluded|argued'

/** What stands after a quotation that was cut off from it. */
const LOOSE_SPEECH = new RegExp(
  `^(?:${SPEECH})\\b|^(?:the|a|an)?\\s*[\\p{L}-]+\\s+(?:${SPEECH})\\s*[.:]?$`,
  'iu',
)
/** "…, he said", "…,” the judge said": the speaker was named elsewhere. */
const PRONOUN_SPEECH = new RegExp(
  `[,.!?'"”’]\\s+(?:(?:he|she|they|it|i|we)\\s+(?:has |have |had |also )?(?:${SPEECH})|(?:${SPEECH})\\s+(?:he|she|they))\\b|[,.!?]\\s?(?:['"”’]|'')\\s+the\\s\\p{Ll}+\\s(?:${SPEECH})\\s?\\.?$`,
  'iu',
)

/** Whether a sentence needs those before it ("But …", "He said …", "This decision …"). */
export function hasOpenReference(text: string, lang?: string): boolean {
  const bare = text.replace(/^[\s"'“”„‘«»「『`([-]+/u, '')
  if (!isEnglish(lang)) return pointsIn(lang)?.leans.test(bare) === true
  return (
    [CONNECTORS, PRONOUNS, POINTERS, LOOSE_SPEECH].some((pattern) => pattern.test(bare)) ||
    PRONOUN_SPEECH.test(text)
  )
}

/** Whether a sentence has a pronoun before anybody is named, or takes up a thread: it is understood, but not at once. */
export function hasWeakReference(text: string, lang?: string): boolean {
  if (!isEnglish(lang)) return false
  if (/^now[\s,]|\bsuch an?\s/i.test(text)) return true
  const found = LATE_PRONOUN.exec(text)
  const before = found?.[1] ?? found?.[2]
  if (before === undefined) return false
  return !INTRODUCES.test(before.slice(1).replace(NAMES_DAY, ''))
}
