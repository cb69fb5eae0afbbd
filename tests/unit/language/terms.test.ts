import { describe, expect, test } from 'vitest'
import { isFunctionWord, termOf, termSpans, terms } from '@/lib/language/terms'

describe('terms', () => {
  test.each([
    [
      'inflections of an English word are one term',
      'negotiations negotiating negotiated',
      'negoti negoti negoti',
    ],
    ['stop words are out', 'The summit of the NATO leaders', 'summit nato leader'],
    ['the United States are in', 'The U.S. and us', 'usa us'],
    ['news is not new', 'news new', 'news new'],
    ['irregular plurals join their singular', 'women children men', 'woman child man'],
    ['numbers stay', 'In 2025 5 percent', '2025 5 percent'],
    ['Japanese particles are out', '日本の首相は東京で会談', '日本 首相 東京 会談'],
  ])('%s', (_, text, expected) => {
    expect(terms(text).join(' ')).toBe(expected)
  })

  test('stems each language by its own rules', () => {
    expect(terms('Die Häuser der Minister', 'de')).toEqual(['die', 'haus', 'der', 'minister'])
    expect(termOf('ministers', 'en-GB')).toBe(termOf('minister'))
    expect(termOf('journaux', 'fr')).toBe(termOf('journal', 'fr'))
    expect(termOf('ministers', 'pl')).toBe('ministers')
  })

  test('says where a term stands as it was written', () => {
    const text = 'In the U.S., Ishiba’s ministers met.'
    const written = termSpans(text).map(({ start, end }) => text.slice(start, end))
    expect(written).toEqual(['U.S.', 'Ishiba’s', 'ministers', 'met'])
  })

  test('knows the words that only join sentences', () => {
    expect(['whether', 'the', 'has'].every((word) => isFunctionWord(word))).toBe(true)
    expect(['nicht', 'wurde'].every((word) => isFunctionWord(word, 'de-AT'))).toBe(true)
    expect(['tariff', 'summit', 'usa'].some((word) => isFunctionWord(word))).toBe(false)
    expect(isFunctionWord('the', 'de')).toBe(false)
  })
})
