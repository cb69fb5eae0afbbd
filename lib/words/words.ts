import { en } from './en'

/** A text for each plural category that the language has; `other` serves the rest. */
export type Counted = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }

export type Words = typeof en

const LANGUAGES: Record<string, Words> = { en }

/** The words of the site's language, by the first part of its tag; English where there are none yet. */
export const wordsOf = ({ lang }: { lang: string }): Words =>
  LANGUAGES[lang.split('-')[0]?.toLowerCase() ?? ''] ?? en

/** Puts values in the place of their `{name}`. */
export const fill = (text: string, values: Record<string, string>): string =>
  text.replace(/\{(\w+)\}/g, (typed, name: string) => values[name] ?? typed)

const rules = new Map<string, { plural: Intl.PluralRules; number: Intl.NumberFormat }>()

function rulesOf(lang: string) {
  const known = rules.get(lang)
  if (known) return known
  const made = { plural: new Intl.PluralRules(lang), number: new Intl.NumberFormat(lang) }
  rules.set(lang, made)
  return made
}

/** A text about a number, in the form that the language has for it; `{count}` is the number as the language writes it. */
export function counted(
  text: Counted,
  count: number,
  { lang }: { lang: string },
  values: Record<string, string> = {},
): string {
  const { plural, number } = rulesOf(lang)
  return fill(text[plural.select(count)] ?? text.other, { ...values, count: number.format(count) })
}

/** The parts of a text with values, such as links, in the place of their `{name}`. */
export function filled<T>(text: string, values: Record<string, T>): (string | T)[] {
  return text
    .split(/\{(\w+)\}/)
    .map((part, i) => (i % 2 === 0 ? part : (values[part] ?? part)))
    .filter((part) => part !== '')
}
