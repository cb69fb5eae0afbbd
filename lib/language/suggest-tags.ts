import { type Name, namesOf } from './names'
import { isFunctionWord, termOf } from './terms'
import { wordSpans } from './word-spans'

export type TaggedText = { title: string; text: string; lang?: string | undefined }

/** The main people and bodies come first: this many of the first tags are names, where there are as many. */
const NAMES_FIRST = 5
const MOST_TAGS = 10
const MOST_TOPICS = 5
/** A word of the headline, and one of the first lines, says more of the subject than another. */
const IN_TITLE = 2
const EARLY = 1.3
const EARLY_WORDS = 60
/** Whom a report is about has been named by then. */
const OPENING_WORDS = 120
/** A name or word that occurs once says nothing of the subject, unless it is in the headline. */
const FEWEST_TIMES = 2
const FEWEST_LETTERS = 4
/** A text of fewer words repeats hardly one: those of its headline must do. */
const SHORT_TEXT = 60

/** Scripts in which a letter or two are a word. */
const DENSE = /\p{sc=Han}|\p{sc=Hiragana}|\p{sc=Katakana}|\p{sc=Hangul}|\p{sc=Thai}/u

/** Japanese, Russian, British: such a word describes, the name is that of the country. */
const PEOPLES = /(?:ese|[iae]an|ish|french|dutch|greek|swiss)$/

/** Words of any report: they occur often and tell nothing about this one. */
const EMPTY = new Set(
  `people person official officials government country countries state states city report reports statement news
  percent million billion thousand number group groups member members minister president leader leaders spokesman
  company part case issue issues problem plan plans decision meeting question move step way place point side
  thing things work call called added according told week public national international local recent major
  including family home man woman men women child children life world team event events end start begin began
  show help need think know expected continue early late high long great good
  january february march april june july august september october november december`.split(/\s+/),
)

/**
 * Hashtags for an article, best first: whom and what it names most, then the words it repeats most. `rarity` says how
 * telling a term is in this archive (idf); without it all count alike.
 */
export function suggestTags(
  article: TaggedText,
  limit = MOST_TAGS,
  rarity: (term: string) => number = () => 1,
): string[] {
  const names = rankNames(withHeadline(article))
  const topics = rankTopics(article, names, rarity)
  const inTitle = wordsOf(article.title, article.lang)
  const main = names.filter((name) => isMain(name, inTitle))
  const first = (main.length > 0 ? main : names).slice(0, NAMES_FIRST)
  const others = names.filter((name) => !first.includes(name))
  const repeated = topics.filter(({ count }) => count >= FEWEST_TIMES).slice(0, MOST_TOPICS)
  const once = topics.filter(({ count }) => count < FEWEST_TIMES).slice(0, MOST_TOPICS)
  const rest = [...repeated, ...others, ...once]
  return [...first.map(({ surface }) => surface), ...rest.map(surfaceOf)].slice(0, limit)
}

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
  const isTag = ({ words, count, titled }: Name) =>
    words.length > 1 ||
    titled ||
    ((count >= FEWEST_TIMES || inTitle.has(words[0] ?? '')) && !PEOPLES.test(words[0] ?? ''))
  return namesOf(text, lang)
    .filter(isTag)
    .sort((a, b) => weight(b) - weight(a) || a.first - b.first)
}

type Topic = { forms: Map<string, number>; count: number; weight: number }

function rankTopics(
  article: TaggedText,
  names: readonly Name[],
  rarity: (term: string) => number,
): Topic[] {
  const { title, text, lang } = article
  const named = new Set(names.flatMap(({ words }) => words))
  const topics = new Map<string, Topic>()
  const see = (part: string, weightOf: (place: number) => number) => {
    wordSpans(part, lang).forEach(({ word, start, end }, place) => {
      const term = termOf(word, lang)
      if (named.has(word) || !isTelling(word, term, lang)) return
      const form = upperFirst(part.slice(start, end).replace(/['’]s?$/i, ''))
      const topic = topics.get(term) ?? { forms: new Map(), count: 0, weight: 0 }
      topics.set(term, topic)
      topic.forms.set(form, (topic.forms.get(form) ?? 0) + 1)
      topic.count += 1
      topic.weight += weightOf(place) * rarity(term)
    })
  }
  see(text, (place) => (place < EARLY_WORDS ? EARLY : 1))
  see(title, () => IN_TITLE)
  const fewest = isShort(article) ? 1 : FEWEST_TIMES
  const inTitle = termsOf(title, lang)
  return [...topics]
    .filter(([term, { count }]) => count >= (inTitle.has(term) ? fewest : FEWEST_TIMES))
    .map(([, topic]) => topic)
    .sort((a, b) => b.weight - a.weight)
}

/** Good enough to leave out "charged" and "quickly"; a noun lost to it is no harm. */
const isVerbOrAdverb = (word: string, lang?: string) =>
  (lang === undefined || /^en\b/i.test(lang)) && /(?:[^e]ed|ly)$/.test(word)

function isTelling(word: string, term: string, lang?: string): boolean {
  if (term === '' || isFunctionWord(word, lang) || EMPTY.has(word) || /^\p{N}/u.test(word))
    return false
  return !isVerbOrAdverb(word, lang) && (word.length >= FEWEST_LETTERS || DENSE.test(word))
}

/** A name as it is written in full, a word as it is written most often. */
function surfaceOf(tag: Name | Topic): string {
  if ('surface' in tag) return tag.surface
  const [most] = [...tag.forms].sort(([, a], [, b]) => b - a)
  return most?.[0] ?? ''
}

const upperFirst = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)
