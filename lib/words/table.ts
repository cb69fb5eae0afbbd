import type { en } from './en'

/** A text for each plural category that the language has; `other` serves the rest. */
export type Counted = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }

type Shape<T> = T extends string
  ? string
  : T extends { other: string }
    ? Counted
    : { [Key in keyof T]: Shape<T[Key]> }

/** A table of a language: the same words as the English one has. */
export type Words = Shape<typeof en>

/** What content/words.yaml says in place of words of a table, by the same keys. */
export type WordOverrides = { [key: string]: string | WordOverrides }

export const isCounted = (value: object): value is Counted => 'other' in value
