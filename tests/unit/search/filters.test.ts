import { describe, expect, test } from 'vitest'
import { searchesOf } from './searches-of'

describe('what is asked besides words', () => {
  const stories = {
    exact: { text: 'It was a historic shift for the alliance.' },
    apart: { text: 'The shift was historic, a shift of historic size.' },
    inflected: { text: 'Historic shifts happened.' },
  }

  test('an exact phrase stands so in the text', async () => {
    const { slugs } = await searchesOf(stories)
    expect(slugs('"historic shift"')).toEqual(['exact'])
    expect(slugs('"Historic Shift" alliance')).toEqual(['exact'])
    expect(slugs('"of the to"')).toEqual([])
  })

  test('a word or phrase can be left out, also by itself', async () => {
    const { slugs } = await searchesOf(stories)
    expect(slugs('historic -alliance')?.sort()).toEqual(['apart', 'inflected'])
    expect(slugs('historic -"historic shift"')).not.toContain('exact')
    expect(slugs('-alliance')?.sort()).toEqual(['apart', 'inflected'])
  })

  test('filters narrow, in any spelling, and alone give the newest first', async () => {
    const { slugs } = await searchesOf({
      a: {
        head: ['date: 2024-03-01', 'tags: [Social security]', 'section: Economy'],
        text: 'Pensions.',
      },
      b: { head: ['date: 2025-03-01', 'tags: [Social security]', 'lang: de'], text: 'Pensions.' },
      third: {
        head: ['date: 2025-05-01', 'source: { name: The Mainichi }', 'authors: [A. Smith]'],
        text: 'Pensions.',
      },
    })
    expect(slugs('tag:social-security')).toEqual(['b', 'a'])
    expect(slugs('tag:"SOCIAL SECURITY" section:economy pensions')).toEqual(['a'])
    expect(slugs('pensions -tag:"social security"')).toEqual(['third'])
    expect(slugs('source:"the mainichi" author:"a smith"')).toEqual(['third'])
    expect(slugs('lang:de pensions')).toEqual(['b'])
    expect(slugs('lang:en pensions')?.sort()).toEqual(['a', 'third'])
    expect(slugs('after:2025 before:2025-05')).toEqual(['b'])
    expect(slugs('tag:unknown pensions')).toEqual([])
  })

  test('a synonym of a tag is the tag, as a filter and as a word', async () => {
    const { slugs } = await searchesOf(
      { a: { head: ['tags: [NATO]'], text: 'The alliance met.' } },
      { 'tags.yaml': 'NATO:\n  synonyms: [OTAN, North Atlantic Treaty Organization]\n' },
    )
    expect(slugs('tag:otan')).toEqual(['a'])
    expect(slugs('otan')).toEqual(['a'])
  })
})
