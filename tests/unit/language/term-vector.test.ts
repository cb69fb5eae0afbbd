import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hashTerm } from '@/lib/language/term-hash'
import { decodeVector, indexText, vectorLength, vectorTerms } from '@/lib/language/term-vector'
import { terms } from '@/lib/language/terms'
import { runs } from '../../support/runs'

const weightOf = (title: string, text: string, term: string) => {
  const { terms: hashes, weights } = decodeVector(indexText(title, text).vector)
  return weights[hashes.indexOf(hashTerm(term))] ?? 0
}

describe('indexText', () => {
  test('gives the terms that search indexes', () => {
    const indexed = indexText('Tariff talks', 'Akazawa met the negotiators.')
    expect(indexed.title).toEqual(terms('Tariff talks'))
    expect(indexed.body).toEqual(terms('Akazawa met the negotiators.'))
  })

  test('counts a word of the headline and of the lead twice, a later one once', () => {
    const text = `lead ${'filler '.repeat(80)} coda`
    expect(weightOf('Tariffs', text, 'tariff')).toBe(2)
    expect(weightOf('Tariffs', text, 'lead')).toBe(2)
    expect(weightOf('Tariffs', text, 'coda')).toBe(1)
  })

  test('counts tags like the headline, in the vector only', () => {
    const { title, body, vector } = indexText('Talks', 'In Tokyo.', 'en', ['Tariffs'])
    expect([...decodeVector(vector).terms]).toContain(hashTerm('tariff'))
    expect([...title, ...body]).not.toContain('tariff')
  })

  test('leaves function words out of the vector', () => {
    expect(weightOf('Talks', 'They would have been there', 'would')).toBe(0)
    expect(decodeVector(indexText('', 'They would have been there').vector).length).toBe(0)
  })

  test('keeps the weightiest terms of a long text and its whole length', () => {
    const word = (i: number) => `wo${String.fromCharCode(97 + (i % 20), 97 + Math.floor(i / 20))}k`
    const words = Array.from({ length: 400 }, (_, i) => word(i))
    const often = word(399)
    const vector = indexText('Headline', `${words.join(' ')} ${often} ${often}`).vector
    const { terms: hashes, length } = decodeVector(vector)
    expect(hashes.length).toBe(128)
    expect([...hashes]).toContain(hashTerm('headlin'))
    expect([...hashes]).toContain(hashTerm(often))
    expect(length).toBe(403)
    expect(vectorLength(vector)).toBe(403)
    expect(vectorTerms(vector)).toEqual(hashes)
  })

  test('pairs neighbouring words of the headline, but not across a function word', () => {
    const pairs = (title: string) => {
      const { terms: hashes, pairs: at } = decodeVector(indexText(title, '').vector)
      return Array.from({ length: at.length / 2 }, (_, i) => [
        hashes[at[i * 2] ?? -1],
        hashes[at[i * 2 + 1] ?? -1],
      ])
    }
    expect(pairs('Tariff talks resume')).toEqual([
      [hashTerm('tariff'), hashTerm('talk')],
      [hashTerm('talk'), hashTerm('resum')],
    ])
    expect(pairs('Talks after tariffs')).toEqual([])
  })

  test('any text comes back from its bytes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.lorem({ maxCount: 300 }), (title, text) => {
        const { terms: hashes, weights, pairs } = decodeVector(indexText(title, text).vector)
        expect(new Set(hashes).size).toBe(hashes.length)
        expect(weights.every((weight) => weight > 0)).toBe(true)
        expect(pairs.every((position) => position < hashes.length)).toBe(true)
      }),
      { seed: 2, numRuns: runs(100) },
    )
  })

  test('bytes that are no vector are refused', () => {
    expect(() => decodeVector(new Uint8Array([0, 0, 0, 1, 9, 0]))).toThrow(RangeError)
  })
})
