import { expect, test } from 'vitest'
import { NewSpellings } from '@/lib/archive/follow/new-spellings'
import { indexText } from '@/lib/language/term-vector'

const wordsOf = (text: string) => indexText('', text).words

test('Each word and each stem passes once, and a word that was a stem before passes again', () => {
  const spellings = new NewSpellings()
  expect(spellings.of(wordsOf('Harbour walls'))).toEqual({
    words: ['harbour', 'walls'],
    stems: ['wall'],
  })
  expect(spellings.of(wordsOf('The walled harbour’s wall, walls'))).toEqual({
    words: ['walled', 'wall'],
    stems: [],
  })
})

test('A word that passed for one reader still passes for another', () => {
  const first = new NewSpellings()
  expect(first.of(wordsOf('harbour'))).toEqual({ words: ['harbour'], stems: [] })
  expect(new NewSpellings().of(wordsOf('harbour'))).toEqual({ words: ['harbour'], stems: [] })
})

test('What can’t be corrected never passes', () => {
  const given = wordsOf(`of up 2,000 ${'a'.repeat(25)} ab1`)
  expect(new NewSpellings().of(given)).toEqual({ words: [], stems: [] })
})
