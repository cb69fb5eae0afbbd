import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { OPAQUE, typeset, typesetRuns } from '@/lib/language/typography/typeset'

describe('English', () => {
  test.each([
    [`"Yes," he said.`, '“Yes,” he said.'],
    [`He said, "She told me 'no' twice."`, 'He said, “She told me ‘no’ twice.”'],
    [`It's the gov't's plan, and they don't know.`, 'It’s the gov’t’s plan, and they don’t know.'],
    [`the students' union and Ishiba's aide`, 'the students’ union and Ishiba’s aide'],
    [`in the '90s and the 1990's`, 'in the ’90s and the 1990’s'],
    [`Get 'em 'til Friday: rock 'n' roll`, 'Get ’em ’til Friday: rock ’n’ roll'],
    [
      "USFJ chief calls new command ‘historic' shift",
      'USFJ chief calls new command ‘historic’ shift',
    ],
    [`a “mixed" pair and a "mixed” one`, 'a “mixed” pair and a “mixed” one'],
    [`He is 6'2" tall.`, `He is 6'2" tall.`],
    [`talks -- the third -- end`, 'talks — the third — end'],
    ['talks--the third---end', 'talks—the third—end'],
    ['pages 10--20', 'pages 10–20'],
    ['run it with --fix, or -- never', 'run it with --fix, or — never'],
    ['-- Ann Lee', '— Ann Lee'],
    ['a rule of ---- hyphens', 'a rule of ---- hyphens'],
    ['Well... maybe', 'Well… maybe'],
    ['four.... dots', 'four.... dots'],
    [`("Quoted," in brackets)`, '(“Quoted,” in brackets)'],
    [`"'Nested at once,' she said."`, '“‘Nested at once,’ she said.”'],
    [`"A paragraph that goes on`, '“A paragraph that goes on'],
    ['Already “set” and ‘set’, and it’s fine', 'Already “set” and ‘set’, and it’s fine'],
    [`word—"dash" and "dash"—word`, 'word—“dash” and “dash”—word'],
    [
      'see https://a.example/x--y?q=it\'s...z, "now"',
      "see https://a.example/x--y?q=it's...z, “now”",
    ],
    [`"www.a.example/b--c"...`, '“www.a.example/b--c”…'],
    [`O'Brien and the "O'Brien" law`, 'O’Brien and the “O’Brien” law'],
  ])('%s', (typed, set) => {
    expect(typeset(typed, 'en-GB')).toBe(set)
  })
})

test.each([
  ['de', `"Wie geht's?", fragte er -- 'gut'.`, '„Wie geht’s?“, fragte er – ‚gut‘.'],
  ['de', '„Schon gesetzt“ und „auch "so"“', '„Schon gesetzt“ und „auch „so““'],
  ['fr', `L'ami a dit : "Oui !"`, 'L’ami a dit\u00A0: «\u00A0Oui\u202F!\u00A0»'],
  ['fr', '« Puis » il part ; vite', '«\u00A0Puis\u00A0» il part\u202F; vite'],
  ['fr', 'à 12:30 sur https://example.com/?a', 'à 12:30 sur https://example.com/?a'],
  ['es', `"Hola", dijo 'él'...`, '“Hola”, dijo ‘él’…'],
  ['it', `L'altro "ieri"`, 'L’altro «ieri»'],
  ['ru', `"Да" -- сказал он`, '«Да» — сказал он'],
  ['sv', `"Ja", sa hon`, '”Ja”, sa hon'],
  ['ja', `"引用" -- 'と'...`, `"引用" -- 'と'...`],
  ['zh-Hans', `"引用"--a's`, `"引用"--a’s`],
  ['he', `צה"ל`, `צה"ל`],
  ['xx', `l'ami "dit"`, 'l’ami "dit"'],
])('%s: %s', (lang, typed, set) => {
  expect(typeset(typed, lang)).toBe(set)
})

test('a mark opens in one element and closes in another', () => {
  expect(typesetRuns([`the '`, 'New York Times', `' wrote "`, 'yes', `"`], 'en')).toEqual([
    'the ‘',
    'New York Times',
    '’ wrote “',
    'yes',
    '”',
  ])
})

test('code between marks is text of another kind', () => {
  expect(typesetRuns([`call "`, OPAQUE, `" twice`], 'en')).toEqual(['call “', OPAQUE, '” twice'])
})

test.each(['en', 'de', 'fr', 'ru', 'ja', 'xx'])(
  'setting in %s changes no letter and no number',
  (lang) => {
    const typed = fc.array(
      fc.constantFrom('"', "'", ' ', 'a', 'Z', '.', ',', '--', '9', '(', ')', '-'),
    )
    fc.assert(
      fc.property(typed, (parts) => {
        const once = typeset(parts.join(''), lang)
        const letters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '')
        expect(letters(once)).toBe(letters(parts.join('')))
      }),
    )
  },
)
