import { describe, expect, test } from 'vitest'
import { searchesOf } from './searches-of'

const NOTHING = { total: 0, more: false, fewer: [], tags: [], facets: [], corrections: [] }

describe('visibility', () => {
  test('finds nothing that readers may not see, by words, filters, corrections or suggestions', async () => {
    const { folder, find } = await searchesOf({
      draft: { head: ['draft: true', 'tags: [Secret]'], text: 'The zeppelin landed.' },
      later: { head: ['date: 2030-01-01', 'tags: [Secret]'], text: 'The zeppelin landed.' },
      expired: { head: ['date: 2020-01-01', 'expires: 2021-01-01'], text: 'The zeppelin landed.' },
      withdrawn: {
        head: ['withdrawn: { date: 2025-06-02, reason: Wrong }'],
        text: 'The zeppelin landed.',
      },
    })
    for (const text of [
      'zeppelin',
      'landed',
      '"the zeppelin"',
      'tag:secret',
      'after:1990',
      '-cat',
      'zepelin',
      'zeppelins',
      'secrte',
    ])
      expect(find(text), text).toMatchObject(NOTHING)
    folder.article('draft', ['tags: [Secret]'], 'The zeppelin landed.')
    await folder.update()
    expect(find('zeppelin')?.total).toBe(1)
    expect(find('zepelin')?.corrections).toEqual([{ from: 'zepelin', to: 'zeppelin' }])
    folder.remove('articles/draft.md')
    await folder.update()
    expect(find('zeppelin')?.total).toBe(0)
    expect(find('zepelin')?.corrections).toEqual([])
    folder.now = new Date('2030-01-02')
    expect(find('zepelin')?.corrections).toEqual([{ from: 'zepelin', to: 'zeppelin' }])
  })

  test('corrects by a further word when the nearest is none that readers may see', async () => {
    const { find } = await searchesOf({
      draft: { head: ['draft: true'], text: 'The marinade is ready.' },
      live: { text: 'The marinas are ready.' },
    })
    expect(find('marinad')?.corrections).toEqual([{ from: 'marinad', to: 'marinas' }])
  })
})
