import { expect, test } from 'vitest'
import { firstState, holdReasons, type Suspicion } from '@/lib/comments/hold-reasons'

const plain: Suspicion = {
  name: 'Anna',
  text: 'I was there on Monday. It rained.',
  staff: ['Desk'],
  namesAlike: [],
  isRepeat: false,
  isBlocked: false,
  honeypot: '',
}

test('finds no reason to hold a plain comment', () => {
  expect(holdReasons(plain)).toEqual([])
})

test.each([
  ['an address', { text: 'see https://a.org' }, ['link']],
  ['an address without a scheme', { text: 'see www.a.example' }, ['link']],
  ['a bare domain', { text: 'pills.com!' }, ['link']],
  ['a full-width address', { text: 'ｗｗｗ．a．org' }, ['link']],
  ['an address to write to', { text: '[me](mailto:a@b)' }, ['link']],
  ['a link for a name', { name: 'cheap.shop' }, ['link']],
  ['the staff’s name', { name: 'Dеsk' }, ['look-alike']],
  ['a repeat', { isRepeat: true }, ['repeat']],
  ['a blocked address', { isBlocked: true }, ['blocked']],
  ['a filled honeypot', { honeypot: 'x' }, ['honeypot']],
  ['two things', { isRepeat: true, honeypot: ' ' }, ['repeat', 'honeypot']],
])('holds %s', (_, change, reasons) => {
  expect(holdReasons({ ...plain, ...change })).toEqual(reasons)
})

test.each([
  ['all', [], 'pending'],
  ['all', ['link'], 'pending'],
  ['flagged', [], 'approved'],
  ['flagged', ['link'], 'pending'],
] as const)('with moderation "%s" and %j a comment is %s', (moderation, reasons, state) => {
  expect(firstState(moderation, reasons)).toBe(state)
})
