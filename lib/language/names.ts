import { ALONE_NO_NAMES, NO_NAMES, OFFICES, VERBS } from './name-words'
import { isFunctionWord } from './terms'
import { visitWords, type WordSpan } from './word-spans'

/** A person, body or place that a text names. */
export type Name = {
  /** As it is written in full, without title or possessive: "Howard Lutnick". */
  surface: string
  /** Its folded words. */
  words: string[]
  /** How often the text names it, shorter forms included. */
  count: number
  /** Where it is named first, in words from the beginning. */
  first: number
  /** It was named with an office or a title, so it is a person. */
  titled: boolean
}

/** Longer runs of capitals are headings or lists. */
const LONGEST_NAME = 6
/** A text this long has named whatever it is about. */
const LONGEST_TEXT = 60_000

type Token = WordSpan & {
  surface: string
  capital: boolean
  opens: boolean
  joined: boolean
  hyphen: boolean
  /** It follows "Secretary of" or the like: the office goes on. */
  ofOffice: boolean
  place: number
}

/**
 * The names of a text, in scripts that have capitals, by how it writes them; "Lutnick" counts with "Howard Lutnick".
 * A word that only begins sentences, or that also appears in lower case, is no name.
 */
export function namesOf(text: string, lang?: string): Name[] {
  const tokens = tokensOf(text.slice(0, LONGEST_TEXT), lang)
  const small = new Set<string>()
  const inside = new Set<string>()
  tokens.forEach(({ word, capital, opens, hyphen }, i) => {
    if (!capital) small.add(word)
    else if (!opens && !hyphen && tokens[i + 1]?.hyphen !== true) inside.add(word)
  })
  const isProper = (word: string) => inside.has(word) && !small.has(word)
  const found = new Map<string, Name>()
  for (const run of runsOf(tokens, isProper)) {
    const name = nameOf(text, withoutOpening(run, small), isProper, lang)
    if (name === undefined) continue
    const key = name.words.join(' ')
    const known = found.get(key)
    if (known) {
      known.count += 1
      known.titled ||= name.titled
    } else found.set(key, name)
  }
  return mergeShortForms([...found.values()])
}

function tokensOf(text: string, lang: string | undefined): Token[] {
  const tokens: Token[] = []
  let last = 0
  let before = ''
  let previous = ''
  visitWords(text, lang, (word, start, end) => {
    const between = text.slice(last, start)
    // Most words follow another after one space.
    const spaced = between === ' ' && last > 0
    const surface = text.slice(start, end)
    tokens.push({
      word,
      start,
      end,
      place: tokens.length,
      surface,
      opens: !spaced && (last === 0 || /[.!?:;\n"“‘([]|(?<=\s)'/.test(between)),
      joined: spaced || (last > 0 && /^(?:[-‐‑]|\. )$/.test(between)),
      hyphen: !spaced && /^[-‐‑]$/.test(between),
      ofOffice: previous === 'of' && OFFICES.has(before),
      capital: startsCapital(surface),
    })
    before = previous
    previous = word
    last = end
  })
  return tokens
}

/** The letters a to z are none; of others only Unicode tells. */
function startsCapital(surface: string): boolean {
  const unit = surface.charCodeAt(0)
  return (unit < 97 || unit > 122) && /^\p{Lu}/u.test(surface)
}

/** May is a month, but Theresa May isn't. */
const canBePart = (word: string, run: readonly Token[]) =>
  word === 'may' ? run.length > 0 : !NO_NAMES.has(word) && !VERBS.has(word)

/** The W of George W. Bush, whose full stop ends no sentence. */
const isInitial = ({ surface }: Token) => /^\p{Lu}$/u.test(surface)

const isPossessive = ({ surface }: Token) => /['’]s?$/i.test(surface)

/**
 * Neighbouring capitals. A possessive ends a name, and so does a full stop, but for that of a title (Gen. Jost), and a
 * hyphen between two names (Japan-NATO), but not that of one (Indo-Pacific, Lee Jae-myung).
 */
function runsOf(tokens: readonly Token[], isProper: (word: string) => boolean): Token[][] {
  const runs: Token[][] = []
  let run: Token[] = []
  for (const token of tokens) {
    const before = run.at(-1)
    const given = token.hyphen && run.length > 1 && !token.capital
    const isPart = (token.capital && canBePart(token.word, run)) || given
    const goesOn =
      before !== undefined &&
      token.joined &&
      !isPossessive(before) &&
      !(token.hyphen && isProper(before.word)) &&
      (!token.opens || OFFICES.has(before.word) || (isInitial(before) && run.length > 1))
    if (isPart && goesOn) run.push(token)
    else {
      if (run.length > 0) runs.push(run)
      run = isPart && token.capital ? [token] : []
    }
  }
  if (run.length > 0) runs.push(run)
  return runs
}

/** "Growing USFJ in parallel …": the first word of a sentence has a capital whatever it is. */
function withoutOpening(run: readonly Token[], small: ReadonlySet<string>): readonly Token[] {
  const [first] = run
  const isPlain =
    first?.opens && run.length > 1 && (small.has(first.word) || /ing$/.test(first.word))
  return isPlain ? run.slice(1) : run
}

function nameOf(
  text: string,
  run: readonly Token[],
  isProper: (word: string) => boolean,
  lang: string | undefined,
): Name | undefined {
  const office = run.findLastIndex(({ word }) => OFFICES.has(word))
  const inOffice = office < 0 && run[0]?.ofOffice === true && run.length > 2
  const titled = inOffice || (office >= 0 && office < run.length - 1)
  let rest = run.slice(inOffice ? 1 : office + 1)
  while (rest[0] && isFunctionWord(rest[0].word, lang) && rest[0].word !== 'new')
    rest = rest.slice(1)
  const [first] = rest
  if (!first || rest.length > LONGEST_NAME) return undefined
  const isUncertain = rest.length === 1 && (first.opens || !titled) && !isProper(first.word)
  const isNone = rest.length === 1 && ALONE_NO_NAMES.has(first.word)
  if (isUncertain || isNone || isShouted(rest)) return undefined
  if (rest.every(({ word }) => word.length < 2)) return undefined
  const written = text.slice(first.start, rest.at(-1)?.end)
  const surface = written.replace(/['’]s?$/i, '').replace(/\s+/g, ' ')
  return { surface, words: rest.map(({ word }) => word), count: 1, first: first.place, titled }
}

/** A line in capitals throughout tells no names from words; two acronyms side by side are no such line. */
const isShouted = (run: readonly Token[]) =>
  run.length > 2 && run.every(({ surface }) => surface === surface.toUpperCase())

/** "Ishiba" and "Shigeru" of "Prime Minister Ishiba Shigeru" are he; of a body only the last word stands for it. */
function mergeShortForms(names: readonly Name[]): Name[] {
  const long = names.filter(({ words }) => words.length > 1 && words.length <= 3)
  const merged = new Set<Name>()
  for (const short of names) {
    const [word] = short.words
    if (short.words.length > 1 || word === undefined) continue
    const full = long
      .filter(({ words, titled }) => words.at(-1) === word || (titled && words.includes(word)))
      .reduce<Name | undefined>((a, b) => (a && a.count >= b.count ? a : b), undefined)
    if (full === undefined) continue
    full.count += short.count
    full.first = Math.min(full.first, short.first)
    full.titled ||= short.titled
    merged.add(short)
  }
  return names.filter((name) => !merged.has(name))
}
