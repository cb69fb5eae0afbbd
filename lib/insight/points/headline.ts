import type { Kind } from '@/lib/article/kind'
import { words } from '@/lib/language/words'
import { TABLES } from '@/lib/words/tables'
import { type ExpectedAnswer, expectedAnswer, holdsExpected } from '../question/expected-answer'
import { pointsIn } from './point-languages'

export type Headlined = {
  title: string
  lang?: string | undefined
  kind?: Kind | undefined
  section?: string | undefined
}

const ASKS = /[?？؟]/

/** Of these sentences of many articles hold a word or two, whatever their subject. */
const LOOSE: ReadonlySet<ExpectedAnswer['kind']> = new Set(['anything', 'name', 'place', 'reason'])

/** Whether a sentence has what its headline asks for: a reason, a sum, a number, a time. */
export function answersOf({ title, lang }: Headlined): (text: string) => boolean {
  const known = pointsIn(lang)
  if (known?.asksWhy.test(title))
    return (text) => known.reasons.test(text) || known.furtherReasons.test(text)
  const expected = ASKS.test(title) ? expectedAnswer(title, lang) : undefined
  if (expected === undefined || LOOSE.has(expected.kind)) return () => false
  const asked = new Set(words(title, lang))
  return (text) => holdsExpected(expected, text, asked, lang) === 1
}

/** What papers call editorials, in their sections and before headlines. */
const EDITORIAL = new Set(
  Object.values(TABLES).map(({ article }) => article.kinds.editorial.toLowerCase()),
)

/** Whether an article argues for something: an editorial, or one person's opinion. */
export function argues({ title, kind, section = '' }: Headlined): boolean {
  if (kind !== undefined) return kind === 'editorial' || kind === 'opinion'
  const [before = ''] = title.split(/\s?[:：|]/)
  return [before, section].some((name) => EDITORIAL.has(name.trim().toLowerCase()))
}
