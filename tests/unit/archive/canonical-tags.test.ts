import { expect, test } from 'vitest'
import { findArticle } from '@/lib/archive/read/articles'
import { readLists } from '@/lib/archive/read/list-counts'
import { readList } from '@/lib/archive/read/lists'
import { readRelatedTags } from '@/lib/archive/read/related-tags'
import { findTagName } from '@/lib/archive/read/tag-names'
import { ContentFolder, NOW } from './content-folder'

const NATO = 'NATO:\n  synonyms: [OTAN]\n  description: The alliance.\n'

async function folderWithTags() {
  const folder = new ContentFolder()
  folder.write('tags.yaml', NATO)
  folder.article('one', ['tags: [OTAN, Trade]'])
  folder.article('two', ['tags: [nato]'])
  folder.article('three', ['tags: [Trade]'])
  await folder.update()
  const names = () =>
    readLists('tag', NOW, folder.archive).map(({ name, count }) => `${name} ${count}`)
  return { folder, names }
}

test('articles with a synonym are listed under the canonical tag, and show it', async () => {
  const { folder, names } = await folderWithTags()
  expect(names()).toEqual(['NATO 2', 'Trade 2'])
  expect(readList('tag', 'nato', 1, NOW, folder.archive)?.total).toBe(2)
  expect(readList('tag', 'otan', 1, NOW, folder.archive)).toBeUndefined()
  const found = findArticle('one', NOW, folder.archive)
  expect(found?.state === 'live' && found.article.tags).toEqual(['NATO', 'Trade'])
  expect(findTagName('otan', folder.archive)).toEqual({
    slug: 'nato',
    name: 'NATO',
    description: 'The alliance.',
  })
  expect(findTagName('trade', folder.archive)).toBeUndefined()
})

test('a changed tags.yaml moves the articles concerned', async () => {
  const { folder, names } = await folderWithTags()
  folder.write('tags.yaml', 'Commerce:\n  synonyms: [Trade]\nNATO:\n')
  expect(await folder.changes()).toContain('all')
  expect(names()).toEqual(['Commerce 2', 'NATO 1', 'OTAN 1'])
  folder.write('tags.yaml', NATO)
  await folder.update()
  expect(names()).toEqual(['NATO 2', 'Trade 2'])
  folder.remove('tags.yaml')
  await folder.update()
  expect(names()).toEqual(['nato 1', 'OTAN 1', 'Trade 2'])
})

test('a tags.yaml with an error leaves the last valid tags in place', async () => {
  const { folder, names } = await folderWithTags()
  folder.write('tags.yaml', 'NATO: [\n')
  await folder.update()
  expect(names()).toEqual(['NATO 2', 'Trade 2'])
})

test('related tags are those used with a tag more often than their overall use suggests', async () => {
  const folder = new ContentFolder()
  for (const i of [1, 2, 3]) folder.article(`port${i}`, ['tags: [Port, Japan]'])
  for (const i of [1, 2]) folder.article(`ship${i}`, ['tags: [Port, Ships]'])
  for (const i of [1, 2, 3, 4, 5, 6, 7, 8, 9]) folder.article(`other${i}`, ['tags: [Japan]'])
  folder.article('draft', ['tags: [Port, Secret]', 'draft: true'])
  folder.article('later', ['tags: [Port, Later]', 'date: 2031-01-01'])
  await folder.update()
  const related = readRelatedTags('port', 5, NOW, folder.archive)
  expect(related.map(({ name }) => name)).toEqual(['Ships', 'Japan'])
  expect(readRelatedTags('nowhere', 5, NOW, folder.archive)).toEqual([])
})
