import { expect, test } from 'vitest'
import { isLookAlike } from '@/lib/comments/look-alike'

const STAFF = ['The Editor', 'Maria Paul']

test.each([
  ['the staff’s own name', 'The Editor'],
  ['another case', 'THE EDITOR'],
  ['a Cyrillic letter', 'Thе Editor'],
  ['figures for letters', 'Th3 Ed1t0r'],
  ['full-width letters', 'Ｔｈｅ Ｅｄｉｔｏｒ'],
  ['mathematical letters', '𝐓𝐡𝐞 𝐄𝐝𝐢𝐭𝐨𝐫'],
  ['accents', 'Thé Editór'],
  ['invisible characters between', 'The\u200b Edi\u00adtor'],
  ['another spacing', 'TheEditor'],
  ['punctuation', '~The Editor~.'],
  ['r and n for m', 'rnaria paul'],
  ['a capital i for l', 'Maria PauI'],
  ['right-to-left override', '\u202erotidE ehT'],
  ['an isolate', 'Somebody \u2067'],
  ['letters of two scripts in one word', 'Jоhn'],
])('holds a name with %s', (_, name) => {
  expect(isLookAlike(name, STAFF, [])).toBe(true)
})

test.each(['Maria', 'Editor’s friend', 'Иван', 'Ελένη', 'محمد', 'Иван Petrov', 'Paula'])(
  'lets %s pass',
  (name) => {
    expect(isLookAlike(name, STAFF, [])).toBe(false)
  },
)

test('holds another spelling of a name in use, and accepts the name itself again', () => {
  expect(isLookAlike('Αnna', [], ['Anna'])).toBe(true)
  expect(isLookAlike('Ann4', [], ['Ann4'])).toBe(false)
  expect(isLookAlike('anna ', [], ['Anna'])).toBe(false)
})
