import { isFunctionWord, termOf } from '@/lib/language/terms'
import { wordSpans } from '@/lib/language/word-spans'

type Kind = 'age' | 'duration' | 'time' | 'money' | 'number' | 'place' | 'name' | 'reason'

/** What kind of words would answer a question: a number of something, another kind, or its words don't tell. */
export type ExpectedAnswer =
  | { kind: Kind }
  | { kind: 'count'; of: readonly string[] }
  | { kind: 'anything' }

/** The first that fits: "how many years" asks for a duration, not for a number. */
const ASKS: readonly [Kind, RegExp][] = [
  ['age', /\bhow old\b|\bwhat age\b/i],
  [
    'duration',
    /\bhow long\b|\bhow many (?:\p{L}+ )?(?:years|months|weeks|days|hours|minutes|seconds)\b/iu,
  ],
  [
    'time',
    /\bwhen\b|\b(?:what|which) (?:\p{L}+ )?(?:year|day|date|time|month|week|decade|century)\b/iu,
  ],
  [
    'money',
    /\bhow much\b.*\b(?:pays?|paid|costs?|spends?|spent|earns?|worth|raised?|money|owes?|invest(?:ed)?|charged?|fined?|sells?|sold|donated?)\b|\bhow much (?:money|cash)\b|\bwhat (?:\p{L}+ )?(?:price|cost|salary|fine)\b/iu,
  ],
  [
    'number',
    /\bhow (?:many|much|far|often|fast|tall|high|big|large|deep|heavy)\b|\bwhat (?:number|percent|percentage|share|amount|proportion)\b/i,
  ],
  [
    'place',
    /\bwhere\b|\b(?:what|which) (?:\p{L}+ )?(?:city|country|state|place|town|village|location|continent|region|county|nation|street|area)\b/iu,
  ],
  [
    'name',
    /\bwho(?:se|m)?\b|\b(?:what|which) (?:person|man|woman|company|group|organi[sz]ation|agency|team|party|minister|president|official)\b|\bname\b/i,
  ],
  ['reason', /\bwhy\b|\bwhat (?:caused?|reason)\b/i],
]

/** What a question wants counted: "how many police officers". */
const COUNTED = /\bhow many ((?:\p{L}+ )?\p{L}+)/iu

/** Read from the words of an English question; in other languages nothing is expected. */
export function expectedAnswer(question: string): ExpectedAnswer {
  const kind = ASKS.find(([, pattern]) => pattern.test(question))?.[0]
  if (kind === undefined) return { kind: 'anything' }
  const counted = kind === 'number' ? COUNTED.exec(question)?.[1] : undefined
  if (counted === undefined) return { kind }
  const telling = wordSpans(counted).filter(({ word }) => !isFunctionWord(word))
  return { kind: 'count', of: telling.map(({ word }) => termOf(word)) }
}

const WRITTEN_NUMBER =
  'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|dozens?|hundreds?|thousands?|millions?|billions?|half|several'
const IS_NUMBER = new RegExp(`^(?:\\p{Nd}.*|${WRITTEN_NUMBER})$`, 'u')

const HOLDS: Record<Kind, RegExp> = {
  age: new RegExp(
    `,\\s\\d{1,3},|(?:\\d|\\b(?:${WRITTEN_NUMBER}))\\s?-?\\s?(?:year|month|week|day)s?\\s?-?\\s?old\\b|\\baged?\\s(?:of\\s)?\\d|\\b(?:is|was|turned|turns)\\s\\d{1,3}\\b`,
    'iu',
  ),
  duration: new RegExp(
    `(?:\\d|\\b(?:${WRITTEN_NUMBER}|an?|few|many))[\\s-]+(?:\\p{L}+\\s)?(?:second|minute|hour|day|night|week|month|year|decade|centur)(?:s|y|ies)?\\b|\\b(?:since|until|(?:1[5-9]|20)\\d\\d)\\b`,
    'iu',
  ),
  time: /\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b|\b(?:1[5-9]|20)\d\d\b|\b(?:yesterday|today|tomorrow|tonight|morning|afternoon|evening|night|noon|midnight|weeks?|months?|years?|days?|hours?|minutes?|ago|later|earlier|after|before|during|since|until|century)\b|\d:\d\d/i,
  money:
    /[$€£¥₹]\s?\d|\d\s?(?:[€£¥]|(?:[mb]illion\s)?(?:dollars?|euros?|pounds?|yen|kron[eo]r|francs?|rupees?|yuan|pesos?|cents?)\b)/iu,
  number: new RegExp(`\\p{Nd}|\\b(?:${WRITTEN_NUMBER}|twice|many)\\b`, 'iu'),
  place:
    /\b(?:in|at|near|from|to|outside|inside|across|off|of|on|into|around|through|between|within)\s+(?:the\s+|\p{Ll}+\s+)?\p{Lu}/u,
  name: /\p{Lu}/u,
  reason: /\b(?:because|due to|since|so that|in order to|caused?|thanks to|owing to|reasons?)\b/i,
}

/** A number of something else may still be meant: "40 were rescued" answers how many people were. */
const ANY_NUMBER = 0.4
/** So many words may come between a number and what is counted. */
const COUNTED_WITHIN = 3

/** How well a sentence holds words of the expected kind that the question doesn't have itself, from 0 to 1. */
export function holdsExpected(
  expected: ExpectedAnswer,
  text: string,
  asked: ReadonlySet<string>,
): number {
  if (expected.kind === 'anything') return 0
  if (expected.kind === 'name') return namesAnother(text, asked) ? 1 : 0
  if (expected.kind !== 'count') return HOLDS[expected.kind].test(text) ? 1 : 0
  if (!HOLDS.number.test(text)) return 0
  return counts(text, expected.of) ? 1 : ANY_NUMBER
}

function namesAnother(text: string, asked: ReadonlySet<string>): boolean {
  return wordSpans(text).some(
    ({ word, start }) =>
      /\p{Lu}/u.test(text.charAt(start)) && !asked.has(word) && !isFunctionWord(word),
  )
}

function counts(text: string, counted: readonly string[]): boolean {
  let since = Number.POSITIVE_INFINITY
  return wordSpans(text).some(({ word }) => {
    since = IS_NUMBER.test(word) ? 0 : since + 1
    return since > 0 && since <= COUNTED_WITHIN && counted.includes(termOf(word))
  })
}
