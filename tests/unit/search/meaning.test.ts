import { describe, expect, test } from 'vitest'
import { searchesOf } from './searches-of'

/** Filler, so that longer texts differ in nothing else. */
const FILLER =
  'The committee met again and the members spoke about many other things that day. '.repeat(4)

describe('meaning', () => {
  test('finds inflected words, and the rarer word tells more', async () => {
    const { slugs } = await searchesOf({
      talks: { text: `Negotiators negotiated tariffs. ${FILLER}` },
      other: { text: `The committee is committed. ${FILLER}` },
    })
    expect(slugs('negotiating tariff committee')).toEqual(['talks', 'other'])
  })

  test('never asks for all the words', async () => {
    const { slugs } = await searchesOf({ nato: { text: 'A summit of NATO in The Hague.' } })
    expect(slugs('why did everybody skip the nato meeting of wombats')).toEqual(['nato'])
  })

  test('puts a headline above a mention', async () => {
    const { slugs } = await searchesOf({
      mention: { head: ['title: Markets fall'], text: `They fell after the earthquake. ${FILLER}` },
      headline: { head: ['title: Earthquake hits the coast'], text: `It was strong. ${FILLER}` },
    })
    expect(slugs('earthquake')).toEqual(['headline', 'mention'])
  })

  test('likes the newer of two that fit alike, but not above one that fits better', async () => {
    const { slugs } = await searchesOf({
      old: { head: ['date: 2015-01-01'], text: 'The harbour opened.' },
      new: { head: ['date: 2025-06-01'], text: 'The harbour opened.' },
      better: { head: ['date: 2010-01-01', 'title: Harbour'], text: 'The harbour of the harbour.' },
    })
    expect(slugs('harbour')).toEqual(['better', 'new', 'old'])
  })

  test('prefers words side by side as they were typed', async () => {
    const { slugs } = await searchesOf({
      apart: { text: 'The white mouse of the house was seen by guests in rooms.' },
      beside: { text: 'The mouse was seen by guests of the white house in rooms.' },
    })
    expect(slugs('white house')).toEqual(['beside', 'apart'])
  })

  test('folds accents and knows the acronym in either case', async () => {
    const { slugs } = await searchesOf({
      cafe: { text: 'Café society.' },
      us: { text: 'Talks with the U.S. went on.' },
    })
    expect(slugs('cafe')).toEqual(['cafe'])
    for (const text of ['US', 'us', 'U.S.']) expect(slugs(text)).toEqual(['us'])
  })

  test('finds other languages by their letters and Japanese by words', async () => {
    const { slugs } = await searchesOf({
      german: { head: ['lang: de'], text: 'Die Verhandlungen wurden fortgesetzt.' },
      japanese: { head: ['lang: ja'], text: '日本の首相は東京で会談した。' },
      arabic: { head: ['lang: ar'], text: 'اجتمع الوزراء في القاهرة.' },
      chinese: { head: ['lang: zh'], text: '外交部发言人星期五在北京举行记者会。' },
      russian: { head: ['lang: ru'], text: 'Министры встретились в Москве.' },
      french: { head: ['lang: fr'], text: 'L’élection présidentielle aura lieu en été.' },
    })
    expect(slugs('Verhandlungen')).toEqual(['german'])
    expect(slugs('首相 東京')).toEqual(['japanese'])
    expect(slugs('القاهرة')).toEqual(['arabic'])
    expect(slugs('北京 记者会')).toEqual(['chinese'])
    expect(slugs('МОСКВЕ')).toEqual(['russian'])
    expect(slugs('election ete')).toEqual(['french'])
  })

  test('tells names with signs apart, and joins a name and its number however they are written', async () => {
    const { slugs } = await searchesOf({
      plus: { text: 'A course in C++ begins.' },
      sharp: { text: 'A course in C# ended.' },
      net: { text: 'They moved to .NET again.' },
      virus: { text: 'Covid-19 spread.' },
    })
    expect(slugs('c++')).toEqual(['plus'])
    expect(slugs('C#')).toEqual(['sharp'])
    expect(slugs('.net')).toEqual(['net'])
    for (const query of ['covid-19', 'covid19', 'Covid 19', '"covid19"'])
      expect(slugs(query)).toEqual(['virus'])
  })
})
