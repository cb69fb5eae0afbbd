import { expect, test } from 'vitest'
import { en } from '@/lib/words/en'
import { placeholderFault } from '@/lib/words/placeholders'
import { isCounted } from '@/lib/words/table'
import { TABLES } from '@/lib/words/tables'

type Leaves = Map<string, string>

/** Every text by its key; the forms of a text with a number by category. */
function leavesOf(value: object, at = ''): Leaves {
  return new Map(
    Object.entries(value).flatMap(([key, inner]) =>
      typeof inner === 'string'
        ? [[`${at}${key}`, inner] as const]
        : [...leavesOf(inner, `${at}${key}.`)],
    ),
  )
}

const countedKeys = (value: object, at = ''): string[] =>
  Object.entries(value).flatMap(([key, inner]) => {
    if (typeof inner === 'string') return []
    return isCounted(inner) ? [`${at}${key}`] : countedKeys(inner, `${at}${key}.`)
  })

const english = leavesOf(en)
const counting = countedKeys(en)
const isForm = (key: string) => counting.some((counted) => key.startsWith(`${counted}.`))
const modelOf = (key: string) => english.get(isForm(key) ? key.replace(/\w+$/, 'other') : key)

/** What a table lacks or has too much of, one line each. */
function faultsOf(lang: string, table: object): string[] {
  const own = leavesOf(table)
  const plain = [...english.keys()].filter((key) => !isForm(key))
  // In the Romance languages `many` is for whole millions, which nothing here counts.
  const isNeeded = (form: string) => !(form === 'many' && /^(?:es|fr|it|pt)$/.test(lang))
  const forms = new Intl.PluralRules(lang).resolvedOptions().pluralCategories.filter(isNeeded)
  const needed = [...plain, ...counting.flatMap((key) => forms.map((form) => `${key}.${form}`))]
  const missing = [...needed, ...counting.map((key) => `${key}.other`)].filter(
    (key) => !own.has(key),
  )
  const superfluous = [...own.keys()].filter(
    (key) => !needed.includes(key) && !key.endsWith('.other'),
  )
  const others = [...own].flatMap(([key, text]) => {
    const model = modelOf(key)
    if (model === undefined) return []
    const mayLack = isForm(key) && !key.endsWith('.other') ? ['count'] : []
    const fault = placeholderFault(text, model, mayLack)
    return fault ? [`${key}: ${fault.problem}; ${fault.fix}`] : []
  })
  const empty = [...own].flatMap(([key, text]) =>
    text === '' && english.get(key) !== '' ? [key] : [],
  )
  return [
    ...[...new Set(missing)].map((key) => `lacks ${key}`),
    ...superfluous.map((key) => `nothing asks for ${key}`),
    ...empty.map((key) => `${key} is empty`),
    ...others,
  ]
}

test.each(Object.entries(TABLES))('the table %s is whole', (lang, table) => {
  expect(faultsOf(lang, table), 'mend these in lib/words').toEqual([])
})

test.each(Object.entries(TABLES).filter(([lang]) => lang !== 'en'))(
  'no sentence of the table %s was left in English',
  (_, table) => {
    // A single word may be the same because the languages are related; three in a row never are.
    const isSentence = (text: string) =>
      (text.replace(/\{\w+\}/g, '').match(/\p{L}+/gu) ?? []).length > 2
    const left = [...leavesOf(table)].filter(([key, text]) => english.get(key) === text)
    expect(left.filter(([, text]) => isSentence(text))).toEqual([])
  },
)

test('the scripts’ words stand in one attribute with | between them', () => {
  for (const table of Object.values(TABLES))
    for (const text of Object.values(table.elements))
      if (typeof text === 'string') expect(text).not.toContain('|')
})

/** WCAG 2.5.3: people who control a page by voice say what is on the button. */
test.each(Object.entries(TABLES))(
  'a link’s name in %s contains its visible words',
  (lang, table) => {
    const { comments, lists, article, notices } = table
    const named = [
      [comments.reply, comments.replyTo],
      [lists.follow, lists.followName],
      [article.changed, notices.changedIn],
    ] as const
    const isSpaced = !/^(?:ja|zh)/.test(lang)
    const holds = (shown: string, name: string) =>
      isSpaced ? new RegExp(`(?<!\\p{L})${shown}(?!\\p{L})`, 'iu').test(name) : name.includes(shown)
    expect(named.filter(([shown, name]) => !holds(shown, name))).toEqual([])
  },
)
