/** What a reader may narrow a search by, besides words. */
export const FILTER_KEYS = [
  'tag',
  'source',
  'author',
  'section',
  'lang',
  'after',
  'before',
] as const
export type FilterKey = (typeof FILTER_KEYS)[number]

/** `value` as it was typed: a name, a language tag, or a date of the form 2025, 2025-06 or 2025-06-28. */
export type Filter = { key: FilterKey; value: string; not: boolean }

/** A search as it was meant. Each part is free of control characters, quotation marks and white space at its ends. */
export type SearchQuery = {
  words: string[]
  /** Texts that an article must contain word for word. */
  phrases: string[]
  /** Words or phrases that it must not contain. */
  without: string[]
  filters: Filter[]
}

/** The one way to write a query, for addresses: words, phrases, what is left out, filters. */
export function formatQuery({ words, phrases, without, filters }: SearchQuery): string {
  return [
    ...words,
    ...phrases.map((phrase) => `"${phrase}"`),
    ...without.map(formatWithout),
    ...filters.map(formatFilter),
  ].join(' ')
}

export const formatWithout = (text: string) => `-${/[\s:]|^-/.test(text) ? `"${text}"` : text}`

export const formatFilter = ({ key, value, not }: Filter) =>
  `${not ? '-' : ''}${key}:${quoteIfSpaced(value)}`

const quoteIfSpaced = (text: string) => (/\s/.test(text) ? `"${text}"` : text)

export function isEmptyQuery({ words, phrases, without, filters }: SearchQuery): boolean {
  return words.length + phrases.length + without.length + filters.length === 0
}
