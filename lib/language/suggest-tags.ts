import { OFFICES, VERBS } from './name-words'
import { type Name, namesOf } from './names'
import { type NounPhrase, nounPhrasesOf } from './noun-phrases'
import { isFunctionWord, termOf } from './terms'
import { wordSpans } from './word-spans'
import { words } from './words'

export type TaggedText = { title: string; text: string; lang?: string | undefined }

/** The main people and bodies come first: this many of the first tags are names, where there are as many. */
const NAMES_FIRST = 5
const MOST_TAGS = 10
const MOST_PHRASES = 5
/** Welfare payments, welfare ministry, welfare system: more with one word tell nothing more. */
const MOST_ALIKE = 2
/** A word of the headline, and one of the first lines, says more of the subject than another. */
const IN_TITLE = 2
const EARLY = 1.3
const EARLY_WORDS = 60
/** Whom a report is about has been named by then. */
const OPENING_WORDS = 120
/** A name or word that occurs once says nothing of the subject, unless it is in the headline. */
const FEWEST_TIMES = 2
/** A text of fewer words repeats hardly one: those of its headline must do. */
const SHORT_TEXT = 60

/** Japanese, Russian, British: such a word describes, the name is that of the country. */
const PEOPLES = /(?:ese|[iae]an|ish|french|dutch|greek|swiss)$/

/** Words of any report, which belong to no subject: they count, point in time, or say that somebody spoke. */
const EMPTY = new Set(
  `percent euro euros dollar dollars millionen milliarden million millions billion thousand thousands number according told tells added adds called calls asked week
  weeks month months year years day days hours minute minutes various today yesterday tomorrow recent major expected continue continues began
  begin begins start started end ended know think need needs help show shows early late later long great good old young new next
  past first second third several many more less least most same other another such including among along
  january february march april may june july august september october november december monday tuesday wednesday
  thursday friday saturday sunday`.split(/\s+/),
)

export type TagOptions = {
  limit?: number | undefined
  /** How telling a term is in this archive (idf); without it all count alike. */
  rarity?: (term: string) => number
  /** The site's own tags, each with the other names that it has. */
  own?: readonly { name: string; synonyms: readonly string[] }[]
}

/**
 * Hashtags for an article, best first: whom and what it names most, then the site's own tags that it holds, then the noun
 * phrases that it repeats most, then other names. A common word alone is none: it would be a list of everything.
 */
export function suggestTags(
  article: TaggedText,
  { limit = MOST_TAGS, rarity = () => 1, own = [] }: TagOptions = {},
): string[] {
  const names = rankNames(withHeadline(article))
  const inTitle = wordsOf(article.title, article.lang)
  const main = names.filter((name) => isMain(name, inTitle))
  const first = (main.length > 0 ? main : names).slice(0, NAMES_FIRST)
  const others = names.filter((name) => !first.includes(name))
  const found = [
    ...first.map(({ surface }) => surface),
    ...ownTags(article, own),
    ...rankPhrases(article, names, rarity).map(({ surface }) => upperFirst(surface)),
    ...others.map(({ surface }) => surface),
  ]
  const nameOf = new Map(
    own.flatMap(({ name, synonyms }) => [name, ...synonyms].map((each) => [keyOf(each), name])),
  )
  const known = found.map((tag) => nameOf.get(keyOf(tag)) ?? tag)
  return [...new Map(known.map((tag) => [keyOf(tag), tag])).values()].slice(0, limit)
}

const keyOf = (tag: string) => words(tag).join(' ')

/**
 * The names of a short text may stand in its headline alone: that is read like a sentence, where its capitals tell
 * names. A longer text says them itself, and better.
 */
function withHeadline(article: TaggedText): TaggedText {
  const { title, text, lang } = article
  const inSmallLetters = wordSpans(title, lang).some(
    ({ word, start }) => /^\p{Ll}{4}/u.test(title.slice(start)) && !isFunctionWord(word, lang),
  )
  if (!isShort(article) || !inSmallLetters || text.startsWith(title)) return article
  return { ...article, text: `${title}.\n\n${text}` }
}

/** Whether a text is too short to repeat what it is about. */
export const isShort = ({ text, lang }: TaggedText) => wordSpans(text, lang).length < SHORT_TEXT

const termsOf = (text: string, lang?: string) =>
  new Set(wordSpans(text, lang).map(({ word }) => termOf(word, lang)))

const wordsOf = (text: string, lang?: string) =>
  new Set(wordSpans(text, lang).map(({ word }) => word))

/** Named more than once, or in the headline, or with an office near the beginning. */
function isMain({ words, count, titled, first }: Name, inTitle: ReadonlySet<string>): boolean {
  if (count >= FEWEST_TIMES || (titled && first < OPENING_WORDS)) return true
  return words.every((word) => inTitle.has(word))
}

function rankNames({ title, text, lang }: TaggedText): Name[] {
  const inTitle = wordsOf(title, lang)
  const weight = ({ words, count, first }: Name) =>
    count *
    (words.some((word) => inTitle.has(word)) ? IN_TITLE : 1) *
    (first < EARLY_WORDS ? EARLY : 1)
  const nouns = commonNouns(text, lang)
  const isTag = ({ words, count, titled }: Name) =>
    !(isGerman(lang) && isFunctionWord(words.at(-1) ?? '', lang)) &&
    !EMPTY.has(words[0] ?? '') &&
    !(words.length === 1 && nouns.has(words[0] ?? '')) &&
    (words.length > 1 ||
      titled ||
      ((count >= FEWEST_TIMES || inTitle.has(words[0] ?? '')) && !PEOPLES.test(words[0] ?? '')))
  return namesOf(text, lang)
    .filter(isTag)
    .sort((a, b) => weight(b) - weight(a) || a.first - b.first)
}

/** Those of the site's tags that a text holds under any of their names, those of the headline and the frequent ones first. */
function ownTags({ title, text, lang }: TaggedText, own: NonNullable<TagOptions['own']>): string[] {
  const termsIn = (part: string) =>
    ` ${words(part, lang)
      .map((word) => termOf(word, lang) || word)
      .join(' ')} `
  const [inTitle, inText] = [termsIn(title), termsIn(text)]
  const weigh = (name: string) => {
    const terms = termsIn(name)
    return terms.trim() === ''
      ? 0
      : inText.split(terms).length - 1 + (inTitle.includes(terms) ? FEWEST_TIMES : 0)
  }
  return own
    .map(({ name, synonyms }) => ({
      name,
      weight: [name, ...synonyms].reduce((sum, each) => sum + weigh(each), 0),
    }))
    .filter(({ weight }) => weight >= FEWEST_TIMES)
    .sort((a, b) => b.weight - a.weight)
    .map(({ name }) => name)
}

const isGerman = (lang: string | undefined) => /^(?:de|lb)\b/i.test(lang ?? '')
const ARTICLE =
  /^(?:der|die|das|den|dem|des|eine?[mnrs]?|keine?[mnrs]?|im|ins|am|zu[mr]|vom|beim|jede[mnrs]?|diese[mnrs]?|unsere?[mnrs]?|viele[mnrs]?|mehr)$/

/** German writes every noun with a capital; a name is seldom after an article. */
function commonNouns(text: string, lang: string | undefined): Set<string> {
  if (!isGerman(lang)) return new Set()
  const spans = wordSpans(text, lang)
  return new Set(
    spans.flatMap(({ word }, i) => (ARTICLE.test(spans[i - 1]?.word ?? '') ? [word] : [])),
  )
}

function rankPhrases(
  { title, text, lang }: TaggedText,
  names: readonly Name[],
  rarity: (term: string) => number,
): NounPhrase[] {
  const named = new Set(names.flatMap((name) => name.words))
  const inTitle = termsOf(title, lang)
  const isEmpty = (word: string) => EMPTY.has(word) || VERBS.has(word)
  const weigh = ({ terms, count, first }: NounPhrase) => {
    const telling = terms.reduce((sum, term) => sum + rarity(term), 0) / terms.length
    const said = terms.some((term) => inTitle.has(term)) ? IN_TITLE : 1
    return count * telling * said * (first < EARLY_WORDS ? EARLY : 1)
  }
  const ranked = nounPhrasesOf(`${title}\n\n${text}`, lang, isEmpty)
    .filter(({ words: [...all] }) => !named.has(all.at(-1) ?? '') && !OFFICES.has(all.at(-1) ?? ''))
    .map((phrase) => ({ phrase, weight: weigh(phrase) }))
    .sort((a, b) => b.weight - a.weight)
  const chosen: NounPhrase[] = []
  for (const { phrase } of ranked) {
    const alike = chosen.filter(({ terms }) => terms.some((term) => phrase.terms.includes(term)))
    if (alike.length < MOST_ALIKE && chosen.length < MOST_PHRASES) chosen.push(phrase)
  }
  return chosen
}

const upperFirst = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)
