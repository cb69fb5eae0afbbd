import { describe, expect, test } from 'vitest'
import { findSuggestions } from '@/lib/search/find-suggestions'
import { ContentFolder, NOW } from '../archive/content-folder'

async function suggesting() {
  const folder = new ContentFolder()
  folder.write('tags.yaml', 'NATO:\n  synonyms: [Atlantic alliance]\n')
  folder.article('old', ['title: NATO summit in The Hague', 'date: 2024-01-01', 'tags: [NATO]'])
  folder.article('new', ['title: Why did they skip the NATO Summit?', 'tags: [NATO, Japan]'])
  folder.article('draft', ['title: NATO secrets', 'tags: [Natoism]', 'draft: true'])
  folder.article('later', ['title: NATO next year', 'tags: [Nato later]', 'date: 2031-01-01'])
  await folder.update()
  const suggest = (text: string) =>
    findSuggestions(text, NOW, folder.archive).map(({ kind, text: shown }) => `${kind} ${shown}`)
  return { folder, suggest }
}

describe('suggestions', () => {
  test('are names, then headlines, newest first, by the beginning of the last word', async () => {
    const { suggest } = await suggesting()
    const all = [
      'tag NATO',
      'article Why did they skip the NATO Summit?',
      'article NATO summit in The Hague',
    ]
    expect(suggest('na')).toEqual(all)
    expect(suggest('Nato summ')).toEqual(all.slice(1))
    expect(suggest('summ nato')).toEqual([])
    expect(suggest('alli')).toEqual(['tag NATO'])
  })

  test('say nothing of what readers may not see', async () => {
    const { suggest } = await suggesting()
    for (const text of ['secrets', 'natoism', 'next', 'later']) expect(suggest(text)).toEqual([])
  })

  test('follow the folder', async () => {
    const { folder, suggest } = await suggesting()
    folder.article('old', ['title: Another summit', 'date: 2023-01-01', 'tags: [Hague]'])
    folder.remove('articles/new.md')
    await folder.update()
    expect(suggest('nato')).toEqual([])
    expect(suggest('summit')).toEqual(['article Another summit'])
    expect(suggest('hag')).toEqual(['tag Hague'])
    folder.remove('tags.yaml')
    await folder.update()
    expect(suggest('alliance')).toEqual([])
  })

  test('take any text', async () => {
    const { suggest } = await suggesting()
    for (const text of [
      '',
      ' ',
      '"',
      '*',
      'na*',
      '"na',
      '\u0000',
      '\ud800',
      '%',
      'na '.repeat(4_000),
    ])
      expect(Array.isArray(suggest(text))).toBe(true)
  })
})
