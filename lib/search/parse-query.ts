import { FILTER_KEYS, type Filter, type SearchQuery } from './query'

/** A sentence or two: a reader who pastes a whole article searches for its beginning. */
const MAX_LENGTH = 1_000
const MAX_WORDS = 40
const MAX_PHRASES = 4
const MAX_WITHOUT = 8
const MAX_FILTERS = 8

/** A letter or number: what can be looked for. */
const HAS_LETTER = /[\p{L}\p{N}]/u

const KEYS = FILTER_KEYS.join('|')
const PART = new RegExp(
  String.raw`(?<![^\s"])(-?)(?:(${KEYS}):(?:"([^"]*)"|([^\s"]+))|"([^"]*)")|([^\s"]+)`,
  'giu',
)

/** Written again, these would begin something else than a word. */
const MARKS_BEFORE = new RegExp(`^(?:-|(?:${KEYS}):)+`, 'i')

const DATE = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/
const LANGUAGE = /^[a-z]{2,8}(?:-[a-z0-9]{1,8}){0,3}$/i

/**
 * Reads what somebody typed: words, "exact phrase", -word and `tag: source: author: section: lang: after: before:`.
 * Every text is a query: what isn't one of these is a word.
 */
export function parseQuery(text: string): SearchQuery {
  const query: SearchQuery = { words: [], phrases: [], without: [], filters: [] }
  for (const found of clean(text).matchAll(PART)) {
    const [whole, minus, key, ...values] = found
    const value = values.find((each) => each !== undefined)?.trim() ?? ''
    const isWord = values.at(-1) !== undefined
    if (isWord) addWord(query, whole)
    else if (key !== undefined) addFilter(query, { key, value, not: minus === '-' })
    else if (value !== '') add(minus === '-' ? query.without : query.phrases, value)
  }
  query.words.splice(MAX_WORDS)
  query.phrases.splice(MAX_PHRASES)
  query.without.splice(MAX_WITHOUT)
  query.filters.splice(MAX_FILTERS)
  return query
}

/**
 * White space, control characters (NUL among them) and what turns the direction of text part words; quotation marks
 * are straight.
 */
function clean(text: string): string {
  return text
    .slice(0, MAX_LENGTH)
    .normalize('NFC')
    .replace(/[“”„«»]/g, '"')
    .replace(/[\p{Cc}\p{Cs}\p{Zs}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu, ' ')
}

function addWord(query: SearchQuery, word: string): void {
  const bare = word.replace(MARKS_BEFORE, '')
  if (/^-[^-]/.test(word)) add(query.without, bare)
  else if (HAS_LETTER.test(bare)) query.words.push(bare)
}

function addFilter(
  query: SearchQuery,
  { key, value, not }: { key: string; value: string; not: boolean },
) {
  const known = FILTER_KEYS.find((each) => each === key.toLowerCase())
  const filter = known && readFilter({ key: known, value, not })
  if (filter === undefined) for (const word of value.split(' ')) addWord(query, word)
  else if (!query.filters.some((each) => isSame(each, filter))) query.filters.push(filter)
}

/** Undefined for a value that the filter can't have: its words are looked for instead. */
function readFilter(filter: Filter): Filter | undefined {
  const { key, value } = filter
  if (key === 'after' || key === 'before') {
    return DATE.test(value) ? { ...filter, not: false } : undefined
  }
  if (key === 'lang') return LANGUAGE.test(value) ? { ...filter, not: false } : undefined
  return HAS_LETTER.test(value) ? filter : undefined
}

const isSame = (a: Filter, b: Filter) =>
  a.key === b.key && a.not === b.not && a.value.toLowerCase() === b.value.toLowerCase()

function add(texts: string[], text: string): void {
  if (HAS_LETTER.test(text) && !texts.includes(text)) texts.push(text)
}
