import type { QuestionLanguage } from './question-language'

const NUMBERS =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety dozen dozens hundred hundreds thousand thousands million millions billion billions half several'
const WRITTEN_NUMBER = NUMBERS.replaceAll(' ', '|')

export const ENGLISH: QuestionLanguage = {
  asks: [
    ['age', /\bhow old\b|\bwhat age\b/i],
    [
      'duration',
      /\bhow long\b|\bhow many (?:\p{L}+ )?(?:years|months|weeks|days|hours|minutes|seconds)\b/iu,
    ],
    [
      'time',
      /^(?!\W*(?:what|who|which|how|why|where)\b).*\bwhen\b|\b(?:what|which) (?:\p{L}+ )?(?:year|day|date|time|month|week|decade|century)\b/iu,
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
  ],
  holds: {
    age: new RegExp(
      `,\\s\\d{1,3},|(?:\\d|\\b(?:${WRITTEN_NUMBER}))\\s?-?\\s?(?:year|month|week|day)s?\\s?-?\\s?old\\b|\\baged?\\s(?:of\\s)?\\d|\\b(?:is|was|turned|turns)\\s\\d{1,3}\\b`,
      'iu',
    ),
    duration: new RegExp(
      `(?:\\d|\\b(?:${WRITTEN_NUMBER}|an?|few|many))[\\s-]+(?:\\p{L}+\\s)?(?:second|minute|hour|day|night|week|month|year|decade|centur)(?:s|y|ies)?\\b|\\b(?:since|until|(?:1[5-9]|20)\\d\\d)\\b`,
      'iu',
    ),
    time: /\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b|\b(?:1[5-9]|20)\d\d\b|\b(?:yesterday|today|tomorrow|tonight|morning|afternoon|evening|night|noon|midnight|weeks?|months?|years?|days?|hours?|minutes?|ago|later|earlier|after|before|during|since|until|century|when|while|whilst|upon|once|as soon as|seasons?|future|\d0s|\w+ties)\b|\d:\d\d/i,
    money:
      /\d\s?%|\bper ?cent\b|[$€£¥₹]\s?\d|\d\s?(?:[€£¥]|(?:[mb]illion\s)?(?:dollars?|euros?|pounds?|yen|kron[eo]r|francs?|rupees?|yuan|pesos?|cents?)\b)/iu,
    number: new RegExp(`\\p{Nd}|\\b(?:${WRITTEN_NUMBER}|twice|many)\\b`, 'iu'),
    place:
      /\b(?:in|at|near|from|to|outside|inside|across|off|of|on|into|around|through|between|within)\s+(?:the\s+|\p{Ll}+\s+)?\p{Lu}/u,
    reason: /\b(?:because|due to|since|so that|in order to|caused?|thanks to|owing to|reasons?)\b/i,
  },
  counted: /\bhow many ((?:\p{L}+ )?\p{L}+)/iu,
  numbers: NUMBERS,
  asking: 'happen happens happened happening kind kinds sort type types name names called',
  grammar:
    'what who whom whose when where why how which many much do did does been were had has have',
  which: 'what which',
  kinds: `
    country city state place town village location continent region county area street person man woman people
    company group organization team date number percentage percent amount age reason job profession position
    nationality color colour language event thing things word item object month day year decade
  `,
  leans: /\b(?:he|she|it|they|him|his|her|hers|its|their|them)\b/i,
}
