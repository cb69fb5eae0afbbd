/** An opening and a closing mark. */
type Pair = readonly [open: string, close: string]

export type TypographicMarks = {
  /** Absent where straight marks stay: the language has no rules here, or doesn't use them. */
  quotes?: { double: Pair; single: Pair }
  /** What two hyphens become. */
  dash?: '—' | '–'
  /** Three full stops are one character. */
  ellipsis: boolean
  /** Words may lose their beginning: 'em, 'til. */
  cutWords?: true
  /** No-break spaces stand inside guillemets and before tall punctuation. */
  spaced?: true
}

const english: TypographicMarks = {
  quotes: { double: ['“', '”'], single: ['‘', '’'] },
  dash: '—',
  ellipsis: true,
}
const german: TypographicMarks = {
  quotes: { double: ['„', '“'], single: ['‚', '‘'] },
  dash: '–',
  ellipsis: true,
}
const guillemets: TypographicMarks = {
  quotes: { double: ['«', '»'], single: ['“', '”'] },
  dash: '—',
  ellipsis: true,
}

/** By language, as the delimiters of CLDR 46 have them and its newspapers print them. */
const MARKS: Record<string, TypographicMarks> = {
  en: { ...english, cutWords: true },
  es: english,
  pt: english,
  nl: { ...english, dash: '–' },
  tr: { ...english, dash: '–' },
  hi: english,
  ko: english,
  de: german,
  cs: german,
  sk: german,
  bg: german,
  pl: { quotes: { double: ['„', '”'], single: ['‚', '’'] }, dash: '–', ellipsis: true },
  sv: { quotes: { double: ['”', '”'], single: ['’', '’'] }, dash: '–', ellipsis: true },
  fi: { quotes: { double: ['”', '”'], single: ['’', '’'] }, dash: '–', ellipsis: true },
  fr: { ...guillemets, dash: '–', spaced: true },
  it: { ...guillemets, dash: '–' },
  ru: { quotes: { double: ['«', '»'], single: ['„', '“'] }, dash: '—', ellipsis: true },
  uk: { quotes: { double: ['«', '»'], single: ['„', '“'] }, dash: '—', ellipsis: true },
  ar: { quotes: { double: ['«', '»'], single: ['‹', '›'] }, dash: '–', ellipsis: true },
  fa: { quotes: { double: ['«', '»'], single: ['‹', '›'] }, dash: '–', ellipsis: true },
}

const NONE: TypographicMarks = { ellipsis: false }

/** The marks of a language, by the first part of its tag (`de` of `de-AT`). */
export const marksOf = (lang: string): TypographicMarks =>
  MARKS[lang.split('-')[0]?.toLowerCase() ?? ''] ?? NONE
