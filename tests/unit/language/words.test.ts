import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nameAfterApostrophe } from '@/lib/language/apostrophes'
import { wordSpans } from '@/lib/language/word-spans'
import { words } from '@/lib/language/words'
import { runs } from '../../support/runs'

describe('words', () => {
  test.each([
    [
      'case, accents and compatibility forms are folded',
      'Café ＮＡＴＯ ﬁre Straße',
      'cafe nato fire strasse',
    ],
    ['curly and straight apostrophes are one', "O’Brien O'Brien", 'obrien obrien'],
    ['the possessive goes', 'Trump’s allies’ plan', 'trump allies plan'],
    ['contracted verbs go, a contracted not stays', "they’ve she'd don’t", 'they she dont'],
    [
      'an acronym with full stops is one word',
      'the U.K. and N.A.T.O. said',
      'the uk and nato said',
    ],
    [
      'the United States are not the pronoun',
      'U.S., US and u.s. asked us',
      'usa usa and usa asked us',
    ],
    ['a text in capitals tells no acronyms', 'THEY TOLD US WHO DID IT', 'they told us who did it'],
    ['the World Health Organization is not the pronoun', 'WHO said who', 'whoabbr said who'],
    ['compounds are their words', 'Asia-Pacific, 72-year-old', 'asia pacific 72 year old'],
    ['a letter stays with what it is hyphenated to', 'e-mail X-ray F-35', 'email xray f35'],
    ['numbers keep their value', '1,000,000 6.1 3.5% 10 2025.', '1000000 6d1 3d5 10 2025'],
    ['dates and versions are their parts', '28.06.2025 2.0.1', '28 06 2025 2 0 1'],
    ['emoji are no words', '👍🏽 family 👨‍👩‍👧', 'family'],
    ['hashtags and addresses lose their signs', '#MeToo @nato', 'metoo nato'],
    [
      'a name with a sign is not the name without',
      'C, C++, C# and F#; Ｃ＋＋! Notepad++',
      'c cplusplus csharp and fsharp cplusplus notepadplusplus',
    ],
    [
      '.NET is a word, a domain is none',
      '.NET ASP.NET (.net) example.net',
      'dotnet asp dotnet dotnet example net',
    ],
    ['an article or a sum is no such name', 'C #MeToo, C#sharp, a+b, 1++', 'c metoo c sharp a b 1'],
    [
      'a name and its number are two words however they are joined',
      'Covid-19 covid19 COVID 19 Windows11 F35 MP3 h1n1',
      'covid 19 covid 19 covid 19 windows 11 f35 mp3 h1n1',
    ],
    ['soft hyphens and joiners are not there', 'co\u00adoperate', 'cooperate'],
    ['Japanese is cut into words', '日本の首相は東京で会談', '日本 の 首相 は 東京 で 会談'],
    ['Korean is cut at its spaces', '서울 대통령', '서울 대통령'],
    ['Hindi keeps its vowel signs', 'हिन्दी समाचार', 'हिन्दी समाचार'],
    ['Arabic loses its vowel points', 'النَّاتو', 'الناتو'],
    ['nothing is nothing', ' \n… — ', ''],
  ])('%s', (_, text, expected) => {
    expect(words(text).join(' ')).toBe(expected)
  })

  test('cuts Thai into words', () => {
    expect(words('ภาษาไทยง่าย').length).toBeGreaterThan(1)
  })

  test('drops the elided article where the language elides', () => {
    expect(words('L’homme d’État', 'fr')).toEqual(['homme', 'etat'])
    expect(words("D'Angelo", 'en')).toEqual(['dangelo'])
    expect(words('İstanbul’da TBMM’nin', 'tr')).toEqual(['istanbul', 'tbmm'])
    expect(words('м’яч', 'uk')).toEqual(['мяч'])
  })

  test('is the same for the composed and the decomposed form of a text', () => {
    expect(words('Café São'.normalize('NFD'))).toEqual(words('Café São'.normalize('NFC')))
  })

  test('takes any text, gives letters, marks and digits only, in order and in place', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        let last = 0
        for (const { word, start, end } of wordSpans(text)) {
          expect(word).toMatch(/^[\p{L}\p{M}\p{N}]+$/u)
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          last = end
        }
        expect(last).toBeLessThanOrEqual(text.length)
      }),
      { seed: 1, numRuns: runs(200) },
    )
  })
})

test.each([
  ['O’Brien', 'brien'],
  ["D'Angelo’s", 'angelo'],
  ['d’Orsay', 'orsay'],
  ["o'clock", undefined],
  ['Don’t', undefined],
  ['М’Яч', undefined],
])('knows the name in %s', (raw, name) => {
  expect(nameAfterApostrophe(raw)).toBe(name)
})
