import { COPULAS, LIKE_PARTICLES, LONG_PARTICLES } from '../data/particles-ko'

const list = (text: string) => text.trim().split(/\s+/)
const longestFirst = (text: string) => list(text).sort((a, b) => b.length - a.length)

/** By their last syllable, which most words have in common with few of them. */
function byLastSyllable(text: string): ReadonlyMap<string, string[]> {
  const endings = new Map<string, string[]>()
  for (const ending of longestFirst(text))
    endings.set(ending.slice(-1), [...(endings.get(ending.slice(-1)) ?? []), ending])
  return endings
}

const COPULA_ENDINGS = byLastSyllable(COPULAS)
const LONG_ENDINGS = byLastSyllable(LONG_PARTICLES)
const LIKE = new Set(list(LIKE_PARTICLES))

/** What turns a noun into a verb: 업데이트했다, 결정된. */
const VERB =
  /(?:하|되|해|돼|했|됐|한|된|할|될|함|됨|합|됩|하였|되었|하겠|되겠|시키|시킨|시켰|당하|당한|당했)(?:다|고|며|면|면서|는|던|기|지|게|도록|려고|려는|자|여|어|서|야|으며|지만|습니다|니다|다고|다는|다며|는데|기로|기도|기에|기를|을|은|음|었다|었던|라고|라는|나|나요|습니까|니까|는가|는가요|을까|을까요|네요|어요|아요|여요|죠|지요)*$/

/** Quickly: whether there can be such an ending. */
const MAKES_VERB = /.{2}[하되해돼했됐한된할될함됨합됩시당]/

const HANGUL = /^[가-힣]+$/
const FIRST_SYLLABLE = 0xac00
const FINALS = 28
/** Of the 28 that a syllable may end in, the one after which a particle stands as after a vowel. */
const RIEUL = 8

/** What a syllable ends in: 0 for a vowel; undefined for what is no syllable of Korean. */
function finalOf(syllable: string): number | undefined {
  const place = syllable.charCodeAt(0) - FIRST_SYLLABLE
  return HANGUL.test(syllable) ? place % FINALS : undefined
}

const each = (syllables: string, rule: (final: number) => boolean) =>
  [...syllables].map((syllable) => [syllable, rule] as const)

/** What a noun ends in before each particle, by the particle's first syllable. */
const AFTER = Object.fromEntries([
  ...each('이은을과으', (final) => final !== 0),
  ...each('가는를와라', (final) => final === 0),
  ...each('로', (final) => final === 0 || final === RIEUL),
  ...each('의에도만께한까부보처마조밖들', () => true),
])
/** Those of one syllable. */
const SHORT = /[은는이가을를의에도만과와로께]$/
/** Of these, those that tell a noun of one syllable; before the others it is rather a part of the noun: 지도, 도로. */
const AFTER_ONE = /[을를은는이가에의]$/

/**
 * The stem of a Korean word: the noun without its particles, its plural, and what makes a verb of it. Which form a particle
 * has tells it from the noun's own last syllable: 국가 has none, for after 국 it would be 이.
 */
export function stemKorean(word: string): string {
  if (!/[가-힣]$/.test(word)) return word
  const noun = withoutParticle(withoutVerb(word))
  return noun.length > 2 && noun.endsWith('들') ? noun.slice(0, -1) : noun
}

function withoutVerb(word: string): string {
  const found = MAKES_VERB.test(word) ? VERB.exec(word) : null
  return found && found.index >= 2 ? word.slice(0, found.index) : word
}

function withoutParticle(word: string): string {
  const before = word.slice(0, -1)
  const isParticle = SHORT.test(word) && mayFollow(word.slice(-1), before)
  if (isParticle && before.length > 1 && isOwn(before)) return before
  const last = word.slice(-1)
  const copula = COPULA_ENDINGS.get(last)?.find((each) => word.endsWith(each))
  if (copula !== undefined && word.length > copula.length) return word.slice(0, -copula.length)
  for (const ending of LONG_ENDINGS.get(last) ?? []) {
    const noun = word.endsWith(ending) ? word.slice(0, -ending.length) : ''
    if (mayFollow(ending.charAt(0), noun)) return noun
  }
  if (!isParticle || (before.length === 1 && !AFTER_ONE.test(word))) return word
  return isOwn(word) ? word : before
}

/** Whether this syllable may be a particle of the noun; after other letters than Korean ones any may be. */
function mayFollow(syllable: string, noun: string): boolean {
  const particle = AFTER[syllable]
  const final = finalOf(noun.slice(-1))
  return noun !== '' && particle !== undefined && (final === undefined || particle(final))
}

/** Committees take a particle here, all others hold a meeting: 위원회의, 정상회의. */
const OF_BODY = /(?:위원|협의|연합|음악|학생|동호|박람|전시|간담|토론|이사|의|협|총|학)회의$/

/**
 * Whether the last syllable belongs to the noun. Compounds are made of nouns of two syllables, so at the end of an even
 * number of them it mostly does: 고속도로, but 정도 and 로.
 */
function isOwn(word: string): boolean {
  if (LIKE.has(word) || (word.length > 3 && word.endsWith('주의'))) return true
  if (word.length > 3 && LIKE.has(word.slice(-3)) && word.length % 2 === 0) return true
  return word.length > 2 && word.length % 2 === 0 && LIKE.has(word.slice(-2)) && !OF_BODY.test(word)
}

/** Of longer compounds only the beginning, the end and pairs are words that somebody looks for. */
const LONGEST_PART = 4

/**
 * The words that a Korean compound may be made of, apart by spaces: 지하철요금 is found by 지하철 and 요금. Pairs of
 * syllables begin at even places or end the word, so that 국회의원, of 국회 and 의원, is no 회의.
 */
export function partsOfKorean(stem: string): string {
  const { length } = stem
  if (length < 3 || !HANGUL.test(stem)) return ''
  const parts = new Set([stem.slice(-2)])
  for (let at = 0; at + 2 <= length; at += 2) parts.add(stem.slice(at, at + 2))
  for (let size = 3; size <= LONGEST_PART && size < length; size++)
    parts.add(stem.slice(0, size)).add(stem.slice(-size))
  return [...parts].join(' ')
}
