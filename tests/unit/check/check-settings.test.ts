import { expect, test } from 'vitest'
import { readProblems } from '@/lib/archive/write/problems'
import { findContentProblems } from '@/lib/check/find-content-problems'
import { formatProblem } from '@/lib/front-matter/problem'
import { ContentFolder, NOW } from '../archive/content-folder'

/** The problems of these YAML files in a folder with four articles, which content:check and the server must report alike. */
async function problemsOf(files: Record<string, string>): Promise<string[]> {
  const folder = new ContentFolder()
  folder.write(
    'site.yaml',
    'name: T\ndescription: D.\nlang: en\ntimeZone: UTC\nsections: [World, Economy]\n',
  )
  folder.article('harbour-wall', ['date: 2025-01-01', 'authors: [Ann Lee]', 'section: World'])
  folder.article('unfinished', ['date: 2025-01-01', 'draft: true'])
  folder.article('taken-back', [
    'date: 2025-01-01',
    'withdrawn: { date: 2025-01-02, reason: Forged. }',
  ])
  folder.article('tomorrow', ['date: 2990-01-01'])
  for (const [name, text] of Object.entries(files)) folder.write(name, text)
  const { problems } = await findContentProblems(folder.at('.'), { now: NOW })
  await folder.update()
  const told = [problems, readProblems(folder.archive.rows, 100)].map((each) =>
    each.filter(({ path }) => path.endsWith('.yaml')).map(formatProblem),
  )
  expect(told[1]?.sort()).toEqual(told[0]?.toSorted())
  return told[0] ?? []
}

test('front.yaml names articles that readers see, each once, and sections of the site', async () => {
  const front = `first:
  - harbour-wal
  - harbour-wall
  - unfinished
  - taken-back
  - tomorrow
bands:
  World: [harbour-wall]
  Econmy: []
`
  expect(await problemsOf({ 'front.yaml': front })).toEqual([
    'front.yaml:8:11: bands.World[0]: "harbour-wall" is first[1] already (keep one of them)',
  ])
  expect(await problemsOf({ 'front.yaml': front.replace('[harbour-wall]', '[]') })).toEqual([
    'front.yaml:2:5: first[0]: there is no article "harbour-wal" (did you mean harbour-wall?)',
    'front.yaml:4:5: first[2]: unfinished is a draft (the story after it takes its place until then, or for good)',
    'front.yaml:5:5: first[3]: taken-back is withdrawn (the story after it takes its place until then, or for good)',
    "front.yaml:6:5: first[4]: tomorrow isn't published before 2990-01-01 (the story after it takes its place until then, or for good)",
    'front.yaml:9:11: bands.Econmy: "Econmy" is not a section of site.yaml (did you mean Economy?)',
  ])
})

test('the error for a misspelt field of front.yaml suggests the right one', async () => {
  expect(await problemsOf({ 'front.yaml': 'frist: [harbour-wall]\n' })).toEqual([
    'front.yaml:1:1: frist: is not a known field (did you mean first?)',
  ])
})

test('authors.yaml names authors, existing pictures, and web addresses', async () => {
  const authors = `Ann Lee:
  role: Harbour correspondent
  picture: media/ann-lee.jpg
Ann Leigh:
  rol: Nothing
ann lee:
`
  expect(await problemsOf({ 'authors.yaml': authors })).toEqual([
    'authors.yaml:5:3: Ann Leigh.rol: is not a known field (did you mean role?)',
  ])
  expect(await problemsOf({ 'authors.yaml': authors.replace('rol:', 'role:') })).toEqual([
    'authors.yaml:6:1: ann lee: has the address of "Ann Lee" (keep one of them)',
  ])
  const known = 'Ann Lee: { picture: media/ann.jpg }\nAnn Leighton: { role: None }\n'
  expect(await problemsOf({ 'authors.yaml': known })).toEqual([
    'authors.yaml:1:21: Ann Lee.picture: there is no image media/ann.jpg (add the file or correct the path)',
    'authors.yaml:2:15: Ann Leighton: is the author of no article (write the name as the articles do, or remove it)',
  ])
})

test('menus and the icon of site.yaml lead to existing targets', async () => {
  const site = `name: T
description: D.
lang: en
timeZone: UTC
sections: [World]
menu: [World, { tag: Nothing }, { page: abuot }]
icon: media/icon.png
`
  expect(await problemsOf({ 'site.yaml': site })).toEqual([
    'site.yaml:6:15: menu[1]: /tags/nothing has no story yet (publish a story in it first)',
    'site.yaml:6:33: menu[2]: there is no page "abuot" (write the name of a file of content/pages)',
    'site.yaml:7:7: icon: there is no image media/icon.png (add the file or correct the path)',
  ])
})

test('words.yaml has only keys, placeholders and forms that the interface has', async () => {
  const words = 'article:\n  shaer: Pass it on\n  by: Written\n'
  expect(await problemsOf({ 'words.yaml': words })).toEqual([
    'words.yaml:2:3: article.shaer: is not a known field (did you mean share?)',
  ])
  expect(await problemsOf({ 'words.yaml': words.replace('shaer', 'share') })).toEqual([
    'words.yaml:3:7: article.by: lacks {names} (put it where "By {names}" has it)',
  ])
})

const FRONT = 'first: [harbour-wall, tomorrow]\nbands: { World: [], Economy: [] }\n'
const SITE = 'name: T\ndescription: D.\nlang: en\ntimeZone: UTC\n'

test('when articles, pages or pictures that the YAML files name are added, changed or removed, the server notices', async () => {
  const folder = new ContentFolder()
  const server = async () => {
    await folder.update()
    const { problems } = await findContentProblems(folder.at('.'), { now: folder.now })
    const told = readProblems(folder.archive.rows, 100).map(formatProblem)
    expect(told.toSorted()).toEqual(problems.map(formatProblem).sort())
    return told.filter((line) => /^\w+\.yaml/.test(line)).map((line) => line.split(' (')[0])
  }
  folder.write('site.yaml', `${SITE}sections: [World]\nmenu: [{ tag: Port }, { page: about }]\n`)
  folder.write('front.yaml', FRONT)
  folder.write('authors.yaml', 'Ann Lee: { role: Editor }\n')
  const soon = new Date(folder.now.getTime() + 60_000).toISOString()
  folder.article('tomorrow', [`date: ${soon}`, 'tags: [Harbour]'])
  expect(await server()).toEqual([
    'front.yaml:1:9: first[0]: there is no article "harbour-wall"',
    'front.yaml:2:30: bands.Economy: "Economy" is not a section of site.yaml',
    'site.yaml:6:23: menu[1]: there is no page "about"',
    'authors.yaml:1:10: Ann Lee: is the author of no article',
    expect.stringContaining("front.yaml:1:23: first[1]: tomorrow isn't published before"),
    'site.yaml:6:8: menu[0]: /tags/port has no story yet',
  ])
  folder.article('harbour-wall', ['authors: [Ann Lee]', 'draft: true'])
  folder.write('pages/about.md', '---\ntitle: About\n---\nWho we are.\n')
  folder.write('tags.yaml', 'Harbour: { synonyms: [Port] }\n')
  folder.now = new Date(folder.now.getTime() + 120_000)
  expect(await server()).toEqual([
    'front.yaml:2:30: bands.Economy: "Economy" is not a section of site.yaml',
    'authors.yaml:1:10: Ann Lee: is the author of no article',
    'front.yaml:1:9: first[0]: harbour-wall is a draft',
  ])
  folder.article('harbour-wall', ['authors: [Ann Lee]'])
  folder.write('site.yaml', `${SITE}sections: [World, Economy]\n`)
  expect(await server()).toEqual([])
  folder.write('site.yaml', `${SITE}sections: 7\n`)
  expect(await server()).toHaveLength(1)
  folder.write('front.yaml', 'first: [gone]\n')
  folder.write('site.yaml', `${SITE}sections: [World]\n`)
  expect(await server()).toEqual(['front.yaml:1:9: first[0]: there is no article "gone"'])
  folder.remove('front.yaml')
  expect(await server()).toEqual([])
})
