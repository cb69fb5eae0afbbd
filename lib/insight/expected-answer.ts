import { isFunctionWord } from '@/lib/article/terms'
import { wordSpans } from '@/lib/article/word-spans'

/** What kind of words would answer a question; `anything` when its first words don't tell. */
export type ExpectedAnswer = 'number' | 'time' | 'place' | 'name' | 'reason' | 'anything'

const ASKS: readonly [ExpectedAnswer, RegExp][] = [
  [
    'time',
    /\bwhen\b|\bhow long\b|\b(?:what|which) (?:year|day|date|time|month|week|decade|century)\b/i,
  ],
  [
    'number',
    /\bhow (?:many|much|old|far|often|fast|tall|high|big|large|deep|heavy)\b|\bwhat (?:number|percent|percentage|share|age|amount|price|proportion)\b/i,
  ],
  [
    'place',
    /\bwhere\b|\b(?:what|which) (?:city|country|state|place|town|village|location|continent|region|county|nation|street|area)\b/i,
  ],
  [
    'name',
    /\bwho(?:se|m)?\b|\b(?:what|which) (?:person|man|woman|company|group|organi[sz]ation|agency|team|party|minister|president|official)\b|\bname\b/i,
  ],
  ['reason', /\bwhy\b|\bwhat (?:caused?|reason)\b/i],
]

/** Read from the words of an English question; in other languages nothing is expected. */
export function expectedAnswer(question: string): ExpectedAnswer {
  return ASKS.find(([, pattern]) => pattern.test(question))?.[0] ?? 'anything'
}

const NUMBER =
  /\p{Nd}|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?|millions?|billions?|half|twice|several|many)\b/iu
const TIME =
  /\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b|\b(?:1[5-9]|20)\d\d\b|\b(?:yesterday|today|tomorrow|tonight|morning|afternoon|evening|night|noon|midnight|weeks?|months?|years?|days?|hours?|minutes?|ago|later|earlier|after|before|during|since|until|century)\b|\d:\d\d/i
const PLACE =
  /\b(?:in|at|near|from|to|outside|inside|across|off|of|on|into|around|through|between|within)\s+(?:the\s+|\p{Ll}+\s+)?\p{Lu}/u
const REASON =
  /\b(?:because|due to|since|so that|in order to|caused?|thanks to|owing to|reasons?)\b/i

/** Whether a sentence holds words of the expected kind that the question doesn't have itself. */
export function holdsExpected(
  expected: ExpectedAnswer,
  text: string,
  asked: ReadonlySet<string>,
): boolean {
  if (expected === 'number') return NUMBER.test(text)
  if (expected === 'time') return TIME.test(text)
  if (expected === 'place') return PLACE.test(text)
  if (expected === 'reason') return REASON.test(text)
  if (expected === 'anything') return false
  return wordSpans(text).some(
    ({ word, start }) =>
      /\p{Lu}/u.test(text.charAt(start)) && !asked.has(word) && !isFunctionWord(word),
  )
}
