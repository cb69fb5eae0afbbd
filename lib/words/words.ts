import { en } from './en'
import { type Counted, isCounted, type WordOverrides, type Words } from './table'
import { TABLES } from './tables'

export type { Words }

/** What decides which words readers see: the site's language, and the words of its own. */
export type Paper = { lang: string; words?: WordOverrides }

/** The table of a language: of its full tag, of its script (`zh-TW` is written as `zh-Hant`), or of its first part. */
function tableFor(lang: string): Words | undefined {
  const locale = new Intl.Locale(lang).maximize()
  const { language, script } = locale
  const tags = [new Intl.Locale(lang).toString(), `${language}-${script}`, language]
  return tags.map((tag) => TABLES[tag]).find((table) => table !== undefined)
}

type Group = Record<string, unknown>
const isGroup = (value: unknown): value is Group => typeof value === 'object' && value !== null

/** Puts words in the place of others; what stays is the table's own. */
function put(target: Group, overrides: WordOverrides): void {
  for (const [key, value] of Object.entries(overrides)) {
    const before = target[key]
    if (typeof value === 'string' || !isGroup(before) || isCounted(before)) target[key] = value
    else {
      const group = { ...before }
      target[key] = group
      put(group, value)
    }
  }
}

type Chosen = { words: Words; lang: string }

function choose({ lang, words }: Paper): Chosen {
  const table = tableFor(lang)
  const chosen = { ...(table ?? en) }
  if (words) put(chosen, words)
  return { words: chosen, lang: table || !holds(chosen, englishTexts) ? lang : 'en' }
}

const englishTexts = new Set<unknown>()
/** Forms of English, whatever the site's language is: they follow English rules. */
const englishForms = new WeakSet<object>()
for (const value of groupsOf(en)) {
  if (isCounted(value)) englishForms.add(value)
  for (const text of Object.values(value)) if (typeof text === 'string') englishTexts.add(text)
}
englishTexts.delete('')

function groupsOf(value: object): object[] {
  const inner = Object.values(value).filter(isGroup)
  return [value, ...inner.flatMap(groupsOf)]
}

const holds = (words: Words, texts: ReadonlySet<unknown>) =>
  groupsOf(words).some((group) => Object.values(group).some((text) => texts.has(text)))

const NO_WORDS: WordOverrides = {}
const chosen = new WeakMap<WordOverrides, Map<string, Chosen>>()

/** A page asks a hundred times. The words of a site's own are one object until their file changes. */
function chosenFor(paper: Paper): Chosen {
  const own = paper.words ?? NO_WORDS
  const byLang = chosen.get(own) ?? new Map<string, Chosen>()
  chosen.set(own, byLang)
  const made = byLang.get(paper.lang) ?? choose(paper)
  byLang.set(paper.lang, made)
  return made
}

/** The words of the site's language with those of its own; English where there is no table. */
export const wordsOf = (paper: Paper): Words => chosenFor(paper).words

/** The language in which `wordsOf` speaks: the site's, or English. */
export const languageOfWords = (paper: Paper): string => chosenFor(paper).lang

/** Where a language names no country, English is printed as in Britain, every other as where most of its readers are. */
export const localeOf = (lang: string) => (lang === 'en' ? 'en-GB' : lang)

/** Puts values in the place of their `{name}`. */
export const fill = (text: string, values: Record<string, string>): string =>
  text.replace(/\{(\w+)\}/g, (typed, name: string) => values[name] ?? typed)

/** The parts of a text with values, such as links, in the place of their `{name}`. */
export function filled<T>(text: string, values: Record<string, T>): (string | T)[] {
  return text
    .split(/\{(\w+)\}/)
    .map((part, i) => (i % 2 === 0 ? part : (values[part] ?? part)))
    .filter((part) => part !== '')
}

type Rules = { plural: Intl.PluralRules; number: Intl.NumberFormat; list: Intl.ListFormat }
const rules = new Map<string, Rules>()

function rulesOf(lang: string): Rules {
  const known = rules.get(lang)
  if (known) return known
  const locale = localeOf(lang)
  const made = {
    plural: new Intl.PluralRules(locale),
    number: new Intl.NumberFormat(locale),
    list: new Intl.ListFormat(locale, { type: 'conjunction' }),
  }
  rules.set(lang, made)
  return made
}

/** A text about a number, in the form that the language has for it; `{count}` is the number as the language writes it. */
export function counted(
  text: Counted,
  count: number,
  { lang }: Paper,
  values: Record<string, string> = {},
): string {
  const { plural, number } = rulesOf(englishForms.has(text) ? 'en' : lang)
  return fill(text[plural.select(count)] ?? text.other, { ...values, count: number.format(count) })
}

/** A number as the words' language writes it. */
export const numeral = (count: number, paper: Paper): string =>
  rulesOf(languageOfWords(paper)).number.format(count)

/** `A, B and C`: names, and what the language puts between them. */
export const listed = (names: readonly string[], paper: Paper) =>
  rulesOf(languageOfWords(paper)).list.formatToParts(names)
