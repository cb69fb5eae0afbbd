import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Part } from '@/lib/history/diff/printed-text'
import { tokens, wordKeys } from '@/lib/history/diff/tokens'
import { comparedWords, compareVersions } from '@/lib/history/diff/word-diff'
import { runs } from '../../support/runs'

const text = (...paragraphs: string[]): Part[] =>
  paragraphs.map((each) => ({ kind: 'text', text: each }))

/** A comparison as text: [-removed-] and {+added+}, with a star before each part that changed. */
function drawn(before: Part[], after: Part[]): string[] {
  return compareVersions(before, after).map(
    ({ changed, runs }) =>
      (changed ? '* ' : '') +
      runs
        .map(({ change, text }) =>
          change === 'same' ? text : change === 'added' ? `{+${text}+}` : `[-${text}-]`,
        )
        .join(''),
  )
}

describe('words that changed', () => {
  it.each([
    [
      'a word',
      'It rained on Monday here.',
      'It rained on Tuesday here.',
      '* It rained on [-Monday-] {+Tuesday+} here.',
    ],
    ['letter case', 'They told us so.', 'They told US so.', '* They told [-us-] {+US+} so.'],
    ['punctuation', "Let's eat, grandma", "Let's eat grandma", "* Let's [-eat,-] {+eat+} grandma"],
    [
      'the sign of a number',
      'It fell to −5 degrees.',
      'It fell to 5 degrees.',
      '* It fell to [-−5-] {+5+} degrees.',
    ],
    [
      'quotation marks that come or go',
      'He said “the reform” failed',
      'He said the reform failed',
      '* He said [-“-]the reform[-”-] failed',
    ],
    [
      'the possessive',
      'the minister’s car came',
      'the minister car came',
      '* the [-minister’s-] {+minister+} car came',
    ],
    ['the end', 'One two.', 'One two. Three four.', '* One two. {+Three four.+}'],
    ['the beginning', 'Three four.', 'One two. Three four.', '* {+One two.+} Three four.'],
    [
      'letters of a script without spaces',
      '首相は28日、会議への出席を見送った。',
      '首相は29日、会議への出席を取りやめた。',
      '* 首相は[-28-]{+29+}日、会議への出席を[-見送っ-]{+取りやめ+}た。',
    ],
    [
      'Arabic',
      'قال الوزير أمس إنه باق',
      'قال الوزير اليوم إنه باق',
      '* قال الوزير [-أمس-] {+اليوم+} إنه باق',
    ],
    [
      'a new text altogether',
      'wholly different words about the cats',
      'nothing in common with that former one',
      undefined,
    ],
  ])('%s', (_, before, after, expected) => {
    const found = drawn(text(before), text(after))
    expect(found).toEqual(
      expected === undefined ? [`* [-${before}-]`, `* {+${after}+}`] : [expected],
    )
    expect(comparedWords(text(before))).not.toBe(comparedWords(text(after)))
  })

  it('puts a removed paragraph where it was and a new one where it is', () => {
    const before = text('First.', 'Second one goes.', 'Third.', 'Fourth stays here.')
    const after = text('First.', 'Third.', 'A wholly new paragraph.', 'Fourth stays here.')
    expect(drawn(before, after)).toEqual([
      'First.',
      '* [-Second one goes.-]',
      'Third.',
      '* {+A wholly new paragraph.+}',
      'Fourth stays here.',
    ])
  })

  it('compares headline, standfirst, caption and corrections each with their own kind', () => {
    const before: Part[] = [{ kind: 'headline', text: 'Wall to rise' }, ...text('Wall to rise')]
    const after: Part[] = [
      { kind: 'headline', text: 'Wall to fall' },
      { kind: 'standfirst', text: 'Soon.' },
      ...text('Wall to rise'),
      { kind: 'correction', text: 'It falls.' },
    ]
    expect(compareVersions(before, after).map(({ kind, changed }) => [kind, changed])).toEqual([
      ['headline', true],
      ['standfirst', true],
      ['text', false],
      ['correction', true],
    ])
  })

  it('shows short words between two longer changes as part of one change', () => {
    const before = 'The minister announced yesterday the plan of reconstruction to reporters.'
    const after = 'The cabinet postponed today the decision without explanation to reporters.'
    expect(drawn(text(before), text(after))).toEqual([
      '* The [-minister announced yesterday the plan of reconstruction-] {+cabinet postponed today the decision without explanation+} to reporters.',
    ])
  })

  it('calls two texts of many thousand different words new rather than search on', () => {
    const words = (prefix: string) =>
      Array.from({ length: 4_000 }, (_, i) => `${prefix}${i}`).join(' ')
    const compared = compareVersions(text(words('a')), text(words('b')))
    expect(compared.map(({ runs }) => runs.map(({ change }) => change))).toEqual([
      ['removed'],
      ['added'],
    ])
  })
})

describe('typography alone is no change', () => {
  it.each([
    ['quotation marks', "He said \"no\" and 'yes', l'été", 'He said “no” and ‘yes’, l’été'],
    ['angled and East Asian quotation marks', '« oui » 「はい」', '“oui” 『はい』'],
    [
      'dashes',
      'a state-owned firm - the 2019-20 budget',
      'a state‑owned firm — the 2019–20 budget',
    ],
    ['the form of a minus', 'It fell to -5 degrees', 'It fell to −5 degrees'],
    ['spaces', 'ten  kilometres', 'ten\u00a0kilometres'],
    ['soft hyphens and zero-width spaces', 'govern\u00adment', 'govern\u200bment'],
    ['spaces between letters of a script without them', 'NATO 首脳 会議', 'NATO首脳会議'],
    ['the form of an ellipsis', 'And then...', 'And then…'],
    ['width', '２８日（金）', '28日(金)'],
    ['Unicode form', 'cafe\u0301', 'café'],
  ])('%s', (_, before, after) => {
    expect(compareVersions(text(before), text(after)).every(({ changed }) => !changed)).toBe(true)
    expect(comparedWords(text(before))).toBe(comparedWords(text(after)))
  })

  it('where a paragraph ends', () => {
    const found = drawn(text('a b', 'a'), text('a', 'b a'))
    expect(found).toEqual(['a', 'b a'])
  })
})

const word = fc.constantFrom(
  'the',
  'wall',
  'of',
  'Tokyo',
  'fell',
  '“so',
  'it”',
  '—',
  '-5',
  '首相',
  'rose',
  'again.',
)
const parts = fc
  .array(fc.array(word, { minLength: 1, maxLength: 9 }), { maxLength: 5 })
  .map((paragraphs) => text(...paragraphs.map((words) => words.join(' '))))

describe('any two versions', () => {
  const letters = (value: string) => value.replace(/[\s—–-]/g, '')

  it('give back both texts from their comparison, and differ in it exactly if their words differ', () => {
    fc.assert(
      fc.property(parts, parts, (before, after) => {
        const compared = compareVersions(before, after)
        const without = (gone: string) =>
          compared
            .flatMap(({ runs }) => runs.filter(({ change }) => change !== gone))
            .map((run) => run.text)
            .join('')
        const all = (list: Part[]) => list.map((part) => part.text).join('')
        expect(letters(without('removed'))).toBe(letters(all(after)))
        const changed = compared.some((part) => part.changed)
        if (changed) expect(letters(without('added')).length).toBe(letters(all(before)).length)
        expect(changed).toBe(comparedWords(before) !== comparedWords(after))
      }),
      { seed: 9, numRuns: runs(400) },
    )
  })
})

it('finds the words of a text the quick way too, whatever its characters', () => {
  const marks = [...` \n"'’“-–−…．、`, '  ', '\u00a0', '\u00ad', '\ufeff', '\u200b', 'e\u0301']
  const piece = fc.constantFrom(
    ...marks,
    ...['a', 'B', '5', '12', '.', ',', '首', 'Ａ', '٣', "don't", 'x-y'],
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
      const written = pieces.join('')
      expect(wordKeys(written)).toBe(
        tokens(written)
          .map(({ key }) => key)
          .join(' '),
      )
    }),
    { seed: 3, numRuns: runs(2_000) },
  )
})
