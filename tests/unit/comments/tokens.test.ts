import { expect, test } from 'vitest'
import { confirmToken, isConfirmed, mayDelete, mayEdit, ownerKey } from '@/lib/comments/tokens'

const SECRET = 'secret'
const created = new Date('2025-11-23T12:00:00Z')
const later = (minutes: number) => new Date(created.getTime() + minutes * 60_000)
const comment = { id: 'a', created }
const key = ownerKey(SECRET, 'a')

test('lets the writer edit for fifteen minutes and delete for ever', () => {
  expect(mayEdit(SECRET, comment, key, later(14.9))).toBe('allowed')
  expect(mayEdit(SECRET, comment, key, later(15))).toBe('expired')
  expect(mayDelete(SECRET, 'a', key)).toBe('allowed')
})

test.each([
  ['empty', ''],
  ['cut short', key.slice(0, -1)],
  ['longer', `${key}A`],
  ['of another comment', ownerKey(SECRET, 'b')],
  ['made with another secret', ownerKey('other', 'a')],
  ['in another case', key.toUpperCase()],
])('refuses a key that is %s', (_, given) => {
  expect(mayEdit(SECRET, comment, given, created)).toBe('wrong')
  expect(mayDelete(SECRET, 'a', given)).toBe('wrong')
})

const asked = { article: 'nato', parent: '', name: 'Anna', text: 'Hello', client: '198.51.100.7' }

test('accepts a confirmation only for the comment it was given for, within an hour', () => {
  const token = confirmToken(SECRET, asked, created)
  expect(isConfirmed(SECRET, asked, token, later(59))).toBe(true)
  expect(isConfirmed(SECRET, asked, token, later(60))).toBe(false)
  for (const field of ['article', 'parent', 'name', 'text', 'client']) {
    expect(isConfirmed(SECRET, { ...asked, [field]: 'x' }, token, created)).toBe(false)
  }
})

test.each(['', '.', 'zzzzzzzzzz.', 'zzzzzzzzzz', '.x'])('refuses the confirmation %j', (token) => {
  expect(isConfirmed(SECRET, asked, token, created)).toBe(false)
})

test('refuses a token whose signed expiry was changed to a later one', () => {
  const [, hash] = confirmToken(SECRET, asked, created).split('.')
  expect(isConfirmed(SECRET, asked, `${later(600).getTime().toString(36)}.${hash}`, created)).toBe(
    false,
  )
})
