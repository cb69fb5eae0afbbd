import { describe, expect, test } from 'vitest'
import { bestPassage } from '@/lib/search/best-passage'
import { holdsPhrases } from '@/lib/search/holds-phrase'

describe('bestPassage', () => {
  const sought = (...terms: string[]) => ({
    weights: new Map(terms.map((term, i) => [term, i + 1])),
    phrases: [],
  })
  const textOf = (passage: ReturnType<typeof bestPassage>) =>
    passage?.parts.map(({ text, marked }) => (marked ? `[${text}]` : text)).join('')

  test('is the sentence that tells most, with the next one when it is short', () => {
    const sentences = [
      { text: 'Rain fell.' },
      { id: 's-1', text: 'Tariffs rose.' },
      { text: 'Rain again.' },
    ]
    const passage = bestPassage(sentences, sought('rain', 'tariff'))
    expect(textOf(passage)).toBe('[Tariffs] rose. [Rain] again.')
    expect(passage?.id).toBe('s-1')
  })

  test.each([
    ['elyse', 'The Élysée said so.'],
    ['man', 'Two men came.'],
    ['usa', 'The U.S. agreed.'],
    ['citi', 'The city agreed.'],
    ['москва', 'Москва́ молчит.'],
  ])('finds %s in “%s”', (term, text) => {
    const passage = bestPassage([{ text: 'Rain fell.' }, { text }], sought('rain', term))
    expect(textOf(passage)).toContain(`[`)
    expect(textOf(passage)).not.toContain('Rain')
  })

  test('keeps the words that were looked for when it cuts a long sentence', () => {
    const long = `${'filler and more '.repeat(40)}tariffs ${'and so on '.repeat(60)}`
    const shown = textOf(bestPassage([{ text: long }], sought('tariff'))) ?? ''
    expect(shown).toMatch(/^….*\[tariffs\].*…$/)
    expect(shown.length).toBeLessThan(300)
  })

  test('cuts Japanese and emoji between characters', () => {
    const long = `${'🗾'.repeat(300)}関税${'🗾'.repeat(300)}`
    const parts = bestPassage([{ text: long }], sought('関税'))?.parts ?? []
    expect(parts.some(({ text, marked }) => marked && text === '関税')).toBe(true)
    for (const { text } of parts) expect(text).not.toMatch(/\p{Cs}/u)
  })

  test('is nothing when no sentence has a word', () => {
    expect(bestPassage([{ text: 'Rain fell.' }], sought('snow'))).toBeUndefined()
  })
})

describe('holdsPhrases', () => {
  const article = {
    lang: 'en',
    title: 'A Historic *Shift*',
    body: 'The U.S. Forces, in **Japan**.',
  }
  test.each([
    ['historic shift', true],
    ['HISTORIC “shift”', true],
    ['us forces in japan', true],
    ['shift the', false],
    ['historic shifts', false],
    ['force', false],
    ['…', false],
  ])('%s: %s', (phrase, expected) => {
    expect(holdsPhrases(article, [phrase])).toBe(expected)
  })
})
