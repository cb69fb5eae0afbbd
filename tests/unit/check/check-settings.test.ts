import { expect, test } from 'vitest'
import { findContentProblems } from '@/lib/check/find-content-problems'
import { formatProblem } from '@/lib/front-matter/problem'
import { ContentFolder, NOW } from '../archive/content-folder'

/** The problems of these YAML files in a folder with four articles. */
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
  return problems.filter(({ path }) => path.endsWith('.yaml')).map(formatProblem)
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
    'front.yaml:9:11: bands.Econmy: "Econmy" is no section of site.yaml (did you mean Economy?)',
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
    'authors.yaml:1:21: Ann Lee.picture: there is no image media/ann.jpg (add the file or mend the path)',
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
    'site.yaml:7:7: icon: there is no image media/icon.png (add the file or mend the path)',
  ])
})
