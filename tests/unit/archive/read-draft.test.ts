import { expect, test } from 'vitest'
import { draftProblems } from '@/lib/archive/read/draft-problems'
import { findDraft } from '@/lib/archive/read/read-draft'
import { findRelated } from '@/lib/related/find-related'
import { ContentFolder, NOW } from './content-folder'

function draftOf(folder: ContentFolder, slug: string) {
  const draft = findDraft(slug, folder.archive)
  if (!draft?.ok) throw new Error('no draft')
  return draft
}

async function folderOf(lines: readonly string[], body: string) {
  const folder = new ContentFolder()
  for (const n of [1, 2, 3]) {
    folder.article(`fish-${n}`, ['tags: [fish]', `date: 2025-05-0${n}`], `Herring ${n} came home.`)
    folder.article(`trade-${n}`, ['section: Trade', `date: 2025-04-0${n}`], `Tariffs ${n} rose.`)
  }
  folder.article('mine', ['title: Mine', 'tags: [fish]', 'section: Trade', ...lines], body)
  await folder.update()
  return folder
}

test.each([
  ['draft', ['draft: true']],
  ['scheduled', ['date: 2099-01-01']],
  ['withdrawn', ['withdrawn: { date: 2025-06-02, reason: Wrong }']],
])('a %s article has the rail that it will have', async (state, lines) => {
  for (const body of ['Herring came home with tariffs.', 'Zzyzx qwfp.']) {
    const hidden = await folderOf(lines, body)
    const draft = draftOf(hidden, 'mine')
    expect(draft.state).toBe(state)
    const live = await folderOf([], body)
    const told = (folder: ContentFolder) =>
      findRelated(draftOf(folder, 'mine').article, NOW, 6, folder.archive).map(
        ({ slug, reason }) => `${slug}: ${reason}`,
      )
    expect(told(hidden)).toEqual(told(live))
    expect(told(hidden)).toHaveLength(6)
  }
})

test('a file is read as it is on disk now, even with CRLF and a byte order mark', async () => {
  const folder = await folderOf(['draft: true'], 'Words.')
  folder.write(
    'articles/mine.md',
    '\uFEFF---\r\ntitle: New\r\ndate: 2025-06-01\r\n---\r\n\r\nMore.\r\n',
  )
  const draft = draftOf(folder, 'mine')
  expect(draft.article).toMatchObject({ title: 'New', body: expect.stringContaining('More.') })
  expect(findDraft('nobody', folder.archive)).toBeUndefined()
  folder.write('articles/mine.md', '---\ntitle: New\ndate: never\n---\n')
  expect(findDraft('mine', folder.archive)).toMatchObject({
    ok: false,
    path: 'articles/mine.md',
    problems: [expect.objectContaining({ line: 3, column: 7, field: 'date' })],
  })
})

test('every problem of a draft is reported at its line', async () => {
  const folder = new ContentFolder()
  folder.write('tags.yaml', 'Harbour:\n  synonyms: [Port]\nPublic works:\n')
  folder.write('articles/cut.png', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'))
  folder.article('other', [], '## A place\n\nWords.')
  folder.write(
    'articles/mine.md',
    `---
title: Mine
date: 2099-01-01
tags: [Harbuor]
image: { src: cut.png, alt: A }
---

![](none.png) ![B](cut.png) [dead](/articles/othre) [place](/articles/other#nowhere) [fine](/articles/other#h-a-place)

<font>Red</font> â€™
`,
  )
  await folder.update()
  const problems = draftProblems('articles/mine.md', NOW, folder.archive)
  const told = problems.map(
    ({ line, column, field, problem }) => `${line}:${column} ${field} ${problem}`,
  )
  expect(told.sort()).toEqual(
    [
      '10:1 body <font> is not kept',
      '10:18 file reads "â€™", which is another character misread',
      '3:7 date is in the future: readers don’t see the article before then',
      '4:8 tags[0] "Harbuor" is not a tag of tags.yaml',
      '5:15 image.src articles/cut.png is a damaged image: it ends too early, or isn’t what its header says',
      '8:1 body has an image without alt text',
      '8:1 body there is no image articles/none.png',
      '8:15 body articles/cut.png is a damaged image: it ends too early, or isn’t what its header says',
      '8:29 body the link "/articles/othre" leads nowhere',
      '8:53 body other has no anchor #nowhere',
    ].sort(),
  )
})
