import { BROKEN_PLURALS } from '../data/broken-plurals-ar'
import { foldWord } from '../fold-word'

/** Fewer letters are no stem: what stands before them belongs to the word, as the و of وزير. */
const SHORTEST = 3

/** The article, and what is written together with it: and, then, with, as, for. */
const ARTICLE = /^(?:[وف]?(?:[بك]?ال|لل))/
/** And, before a word that doesn't begin with this letter itself; with, before a noun of a verb: باتفاق. */
const AND =
  /^و(?!ز|اش|ث|س[ايط]|ك|فا|ظ|حد|لا[يد]|طن|اق|اح|ج[هو]|ر[قش]|ص|ض|ع|ق[تفو]|ه|را|اج|ار|اس|ب|اد)(?=.{4})/
const WITH = /^و?ب(?=ا[تنسجحقعمكل].{3})/
const SUFFIX = /(?:ات|ون|ين|ان|تين|تان|ة|ه|ها|هم|هما|نا|تها|ته|تهم|ا)$/

const FEMININE = /^(?:ات|ت|ة)/

/** Broken plurals as they are compared, and the singular of each. */
const SINGULARS = new Map(
  BROKEN_PLURALS.trim()
    .split('\n')
    .flatMap((line) => {
      const [singular = '', ...plurals] = line.trim().split(' ').map(foldWord).map(withoutSuffix)
      return plurals.map((plural) => [plural, singular] as const)
    }),
)

/**
 * The stem of a folded Arabic word: without the article, conjunctions and prepositions before it and the endings after it;
 * a broken plural that is known becomes its singular. (Snowball's keeps و before the article, and knows no broken plurals.)
 */
export function stemArabic(word: string): string {
  const same = word.replace(/ى$/, 'ي')
  const whole = withoutSuffix(same)
  const known = SINGULARS.get(whole)
  if (known !== undefined) return known
  const stem = withoutSuffix(withoutPrefix(same))
  return SINGULARS.get(stem) ?? stem
}

function withoutPrefix(word: string): string {
  const [prefix = ''] = ARTICLE.exec(word) ?? AND.exec(word) ?? WITH.exec(word) ?? []
  return word.length - prefix.length >= SHORTEST ? word.slice(prefix.length) : word
}

/** Of a root of three letters the feminine is another word, which keeps its ة in the plural: خبر, خبرة, خبرات. */
function withoutSuffix(word: string): string {
  const [suffix = ''] = SUFFIX.exec(word) ?? []
  const left = word.length - suffix.length
  if (left < SHORTEST) return word
  return word.slice(0, left) + (left === SHORTEST && FEMININE.test(suffix) ? 'ة' : '')
}
