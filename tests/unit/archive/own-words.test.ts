import { expect, test } from 'vitest'
import { readSite } from '@/lib/archive/read/pages'
import { wordsOf } from '@/lib/words/words'
import { ContentFolder } from './content-folder'

test('words.yaml replaces the interface’s words as soon as it is saved, an invalid one never', async () => {
  const folder = new ContentFolder()
  folder.write('site.yaml', 'name: T\ndescription: D.\nlang: en\ntimeZone: UTC\nsections: []\n')
  await folder.update()
  const share = () => wordsOf(readSite(folder.archive)).article.share
  expect(share()).toBe('Share')
  const steps = [
    ['article: { share: Pass it on }', 'Pass it on'],
    ['article: { share: "{nobody} shares" }', 'Pass it on'],
    ['article: { share: Send }', 'Send'],
  ] as const
  for (const [yaml, said] of steps) {
    folder.write('words.yaml', yaml)
    await folder.update()
    expect(share()).toBe(said)
  }
  expect(readSite(folder.archive)).toBe(readSite(folder.archive))
  folder.remove('words.yaml')
  await folder.update()
  expect(share()).toBe('Share')
})
