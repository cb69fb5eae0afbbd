import { describe, expect, test } from 'vitest'
import {
  countWrongSignIn,
  endSession,
  isSession,
  startSession,
  storeSignInLink,
  useSignInLink,
} from '@/lib/comments/store/sessions'
import { DATABASES, value } from './databases'
import { minutesLater, NOON } from './posts'

const ADMIN = { secret: 's', token: 'the token of the admin' }

describe.each(DATABASES)('on %s', (_, open) => {
  test('keeps an editor signed in for twelve hours, until signing out or a new token', async () => {
    await using database = await open()
    const is = (admin: { secret: string; token: string | undefined }, token: string, now = NOON) =>
      value(database.read((db) => isSession(db, admin, token, now)))
    await value(database.write((w) => startSession(w, ADMIN, 'a', NOON)))
    await value(database.write((w) => startSession(w, ADMIN, 'b', NOON)))
    expect(await is(ADMIN, 'a', minutesLater(719))).toBe(true)
    expect(await is(ADMIN, 'a', minutesLater(721))).toBe(false)
    expect(await is(ADMIN, 'c')).toBe(false)
    expect(await is({ ...ADMIN, token: 'another token' }, 'a')).toBe(false)
    expect(await is({ ...ADMIN, token: undefined }, 'a')).toBe(false)
    await value(database.write((w) => endSession(w, ADMIN.secret, 'a')))
    expect([await is(ADMIN, 'a'), await is(ADMIN, 'b')]).toEqual([false, true])
  })

  test('accepts a one-time address once, for ten minutes, and only the newest', async () => {
    await using database = await open()
    const store = (token: string) =>
      value(database.write((w) => storeSignInLink(w, 's', token, NOON)))
    const use = (token: string, minutes: number) =>
      value(database.write((w) => useSignInLink(w, 's', token, minutesLater(minutes))))
    await store('old')
    await store('a')
    expect([await use('old', 1), await use('a', 9), await use('a', 9)]).toEqual([
      false,
      true,
      false,
    ])
    await store('b')
    expect([await use('b', 10), await use('', 1)]).toEqual([false, false])
  })

  test('slows down each network that guesses, and all of them together', async () => {
    await using database = await open()
    const attempt = (hash: string) => value(database.write((w) => countWrongSignIn(w, hash, NOON)))
    const own: boolean[] = []
    for (let i = 0; i < 11; i++) own.push((await attempt('a')).ok)
    expect(own).toEqual([...Array(10).fill(true), false])
    expect(await attempt('b')).toEqual({ ok: true })
    for (let i = 0; i < 90; i++) await attempt(`network ${i}`)
    expect(await attempt('c')).toEqual({ ok: false, retryAfter: 600 })
  })
})
