import { expect, test } from 'vitest'
import { NewSpellings } from '@/lib/archive/new-spellings'

test('Each word and each stem is let through once, a word that was a stem before again', () => {
  const spellings = new NewSpellings()
  expect(spellings.of({ words: ['harbour', 'walls'], stems: ['wall'] })).toEqual({
    words: ['harbour', 'walls'],
    stems: ['wall'],
  })
  expect(spellings.of({ words: ['wall', 'harbour'], stems: ['wall'] })).toEqual({
    words: ['wall'],
    stems: [],
  })
})

test('What can’t be corrected is let through never', () => {
  const given = { words: ['up', '2,000', 'a'.repeat(25), 'ab1'], stems: ['x'] }
  expect(new NewSpellings().of(given)).toEqual({ words: [], stems: [] })
})
