import { OFFICES } from '@/lib/language/name-words'
import { type Name, namesOf } from '@/lib/language/names'
import { SPEECH_VERBS } from './question/data/speech-verbs-en'

/** A question made of a sentence, which must be its answer. */
export type Made = { kind: string; question: string; answer: string }

type Maker = (sentence: string) => string | undefined

/** A question needs its nouns: whom "he" means only the article tells. */
const OPEN =
  /\b(?:I|we|you|he|she|it|they|him|her|them|his|hers|its|our|their|this|that|these|those|such|there|who|which|one|ones|another|other|others|former|latter|also|not|never)\b|["“”‘«»()]|(?<!\p{L})['’]/u
const FEWEST_WORDS = 3
const MOST_WORDS = 12

/** Up to the end of the first clause. */
const CLAUSE =
  '([^,;:.?!–—()\\[\\]]+?)(?=\\.?$|[,;:–—]|\\s--|\\s(?:(?:\\p{Ll}+ )?(?:which|whom)|that|who|where|when|instead|but|while|because|due to|amid|after|by)\\b)'
const NAME = '\\p{Lu}[\\p{L}.’-]*(?:\\s(?:of\\s)?\\p{Lu}[\\p{L}.’-]*)*'
const PAST =
  '(?:\\p{Ll}{2,}ed|won|lost|met|led|left|made|gave|took|told|held|began|bought|sold|built|wrote|found|broke|sent|paid|became|rose|fell|sank|struck|shot|stole|drew|spent)'
const NUMBER =
  '(?:[Mm]ore than |[Aa]bout |[Aa]t least |[Nn]early |[Oo]ver |[Aa]round )?(?:\\d[\\d.,]*|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en)(?: (?:hundred|thousand|million|billion))?'

const PATTERNS: Record<string, Maker> = {
  why: matching(
    `^(?:The|An?) (\\p{Ll}[\\p{L} -]{2,40}?) (was|were) (\\p{Ll}+ed\\b[^,;.]{0,60}?) (?:because|due to|amid|over|owing to|after)\\b`,
    ([, subject, verb, rest]) => `Why ${verb} the ${subject} ${rest}?`,
  ),
  when: matching(
    `\\bthe ((?:\\p{L}+ ){0,3}\\p{Ll}+(?: in \\p{Lu}\\p{L}+)?),? (?:now |is |are |was |were )?(?:scheduled|due|planned) (?:for|on) (?:\\p{Lu}|\\d)`,
    ([, event = '']) =>
      `When ${/s(?: in .*)?$/.test(event) ? 'are' : 'is'} the ${event} scheduled?`,
  ),
  'how many': matching(
    `(?:^|, )${NUMBER} (\\p{Ll}+s|people|men|women|children) ((?:were|have|had|are|${PAST}) ${CLAUSE})`,
    ([, counted, rest]) => `How many ${counted} ${rest}?`,
  ),
  who: matching(
    `^(?:The (?:\\p{Ll}+ )?)?${NAME} ((?:has |had |have )?${PAST} ${CLAUSE})`,
    ([, rest]) => `Who ${rest}?`,
  ),
  'long form': matching(
    `\\b\\p{Lu}\\p{L}+(?:[ -]\\p{Lu}\\p{L}+|[ -]\\d+)+(?: \\(|, or )(\\p{Lu}[\\p{Lu}\\d]{1,6})\\b`,
    ([, letters]) => `What does ${letters} stand for?`,
  ),
}

function matching(pattern: string, ask: (found: RegExpExecArray) => string): Maker {
  const expression = new RegExp(pattern, 'u')
  return (sentence) => {
    const found = expression.exec(sentence)
    return found ? ask(found).replace(/\s+/g, ' ') : undefined
  }
}

/** Questions that sentences of an English text answer, kind by kind, those that readers ask most first. */
export function makeQuestions(sentences: readonly string[], lang: string | undefined): Made[] {
  const made = Object.entries(PATTERNS).flatMap(([kind, make]) =>
    sentences.flatMap((answer) => {
      const question = make(answer)
      return question !== undefined && isClear(question) ? [{ kind, question, answer }] : []
    }),
  )
  return [...made, ...aboutPeople(sentences, lang)]
}

function isClear(question: string): boolean {
  const words = question.split(' ').length
  const [, ...rest] = question.split(' ')
  const first = rest[0]?.toLowerCase() ?? ''
  return (
    words >= FEWEST_WORDS &&
    words <= MOST_WORDS &&
    !OPEN.test(rest.join(' ').replace(/^(?:does|was|were)\b/, '')) &&
    !SPEECH_VERBS.has(first)
  )
}

function aboutPeople(sentences: readonly string[], lang: string | undefined): Made[] {
  const names = namesOf(sentences.join('\n'), lang).sort((a, b) => b.count - a.count)
  const people = names.filter(({ titled, words }) => titled && words.length > 1)
  return [
    ...people.flatMap((name) =>
      ofPerson('said', `What did ${lastNameOf(name)} say?`, name, sentences),
    ),
    ...people.flatMap((name) => ofPerson('person', `Who is ${name.surface}?`, name, sentences)),
  ]
}

const lastNameOf = ({ surface, words }: Name): string =>
  surface.split(' ').find((part) => part.toLowerCase() === words.at(-1)) ?? surface

/** Any sentence with the name may be the answer. */
function ofPerson(
  kind: string,
  question: string,
  name: Name,
  sentences: readonly string[],
): Made[] {
  const known = kind === 'said' ? lastNameOf(name) : name.surface
  return sentences
    .filter((answer) => answer.includes(known) && !isPartOfName(name.surface, answer))
    .map((answer) => ({ kind, question, answer }))
}

/** "U.S. Forces Japan" is no person called Forces Japan. */
function isPartOfName(surface: string, sentence: string): boolean {
  const before = sentence.slice(0, sentence.indexOf(surface)).trimEnd().split(' ').at(-1) ?? ''
  const word = before.replace(/\W/g, '').toLowerCase()
  return (
    sentence.includes(surface) &&
    /^\p{Lu}\S*$/u.test(before) &&
    !OFFICES.has(word) &&
    /\.$|^\p{Lu}+$/u.test(before)
  )
}
