import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readProblems } from '@/lib/archive/write/problems'
import { findContentProblems } from '@/lib/check/find-content-problems'
import { formatProblem, type Problem } from '@/lib/front-matter/problem'
import { ContentFolder } from '../archive/content-folder'
import { writeMistakes } from '../editors/write-mistakes'
import { picture } from '../images/test-pictures'

/** Leaves out what only `content:check` finds, since it compares all texts of the folder with each other. */
const isOfServerToo = ({ problem }: Problem) => !problem.startsWith('has the text of ')

const told = (problems: readonly Problem[]) =>
  problems.map((problem) => `${problem.severity} ${formatProblem(problem)}`).sort()

const toldByServer = (folder: ContentFolder) => told(readProblems(folder.archive.rows, 1_000))

async function toldByCheck({ contentDir, now }: ContentFolder) {
  const { problems } = await findContentProblems(contentDir, { now })
  return told(problems.filter(isOfServerToo))
}

test('for every known mistake the server says what content:check says', async () => {
  const folder = new ContentFolder()
  await writeMistakes(folder.contentDir)
  await folder.update()
  const all = await toldByCheck(folder)
  expect(all.length).toBeGreaterThan(90)
  expect(toldByServer(folder)).toEqual(all)
})

test('a folder without a site.yaml is the same error for both', async () => {
  const folder = new ContentFolder()
  folder.article('a')
  folder.remove('site.yaml')
  await folder.update()
  expect(toldByServer(folder)).toEqual([
    'error site.yaml:1:1: file: is missing, so the site has no name, and dates without an offset are read as UTC (write a site.yaml with name, description, lang and timeZone)',
  ])
  expect(await toldByCheck(folder)).toEqual(toldByServer(folder))
})

const NAMES = ['wall', 'Wall', 'council', 'about', 'tags-and-names-of-a-longer-kind']
const FIELDS = [
  'aliases: [council]',
  'aliases: [wall, /about]',
  'aliases: [/old/place, /old/place]',
  'tags: [Harbour]',
  'tags: [Harbuor, Port]',
  'tags: [C++, Port]',
  'tags: ["C#"]',
  'authors: [Ann Lee]',
  'draft: true',
  'date: 2025-07-01T00:00:05Z',
  'updated: 2025-07-01T00:00:10Z',
  'image: { src: wall.png, alt: A wall }',
]
const BODIES = [
  '## A place\n\nThe council met. The council of Basin Town decided in Basin Town on the harbour wall.',
  '[a](/articles/wall#h-a-place) [b](council.md) [c](/articles/council#h-nothing)',
  '[a](/tags/harbour) [b](/tags/port) [c](/authors/ann-lee) [d](/tags/harbuor)',
  '[a](/about) [b](/old/place) [c](/articles/tags-and-names-of-another-kind)',
  '![A wall](wall.png) ![](wall.png) ![Plan](plan.svg) [media](/media/articles/wall.png)',
  '[out](https://example.org) <font>red</font> a\u0097b',
]

const article = fc.record({
  name: fc.constantFrom(...NAMES),
  fields: fc.uniqueArray(fc.constantFrom(...FIELDS), {
    maxLength: 3,
    selector: (line) => line.split(':')[0],
  }),
  body: fc.constantFrom(...BODIES),
})

const STEPS = fc.oneof(
  { weight: 6, arbitrary: article.map((to) => ({ kind: 'article' as const, ...to })) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(...NAMES).map((name) => ({ kind: 'gone' as const, name })),
  },
  {
    weight: 4,
    arbitrary: fc
      .constantFrom(
        ...(['page', 'no page', 'image', 'bad image', 'no image', 'plan', 'no plan'] as const),
        ...(['tags', 'other tags', 'no tags', 'later', 'new file that is wrong'] as const),
      )
      .map((kind) => ({ kind })),
  },
)
type Step = typeof STEPS extends fc.Arbitrary<infer T> ? T : never

const remove = (folder: ContentFolder, file: string) => {
  try {
    folder.remove(file)
  } catch {
    // It didn't exist.
  }
}

async function take(folder: ContentFolder, step: Step): Promise<void> {
  switch (step.kind) {
    case 'article':
      return folder.article(step.name, step.fields, step.body)
    case 'gone':
      return remove(folder, `articles/${step.name}.md`)
    case 'page':
      return folder.write('pages/about.md', `---\ntitle: About\n---\n${BODIES[1]}\n`)
    case 'no page':
      return remove(folder, 'pages/about.md')
    case 'image':
      return folder.write('articles/wall.png', await picture(30, 20).png().toBuffer())
    case 'bad image':
      return folder.write('articles/wall.png', 'none')
    case 'no image':
      return remove(folder, 'articles/wall.png')
    case 'plan':
      return folder.write('articles/plan.svg', '<svg/>')
    case 'no plan':
      return remove(folder, 'articles/plan.svg')
    case 'tags':
      return folder.write('tags.yaml', 'Harbour:\n  synonyms: [Port]\nCouncil:\n')
    case 'other tags':
      return folder.write('tags.yaml', 'Port:\nBasin Town:\n')
    case 'no tags':
      return remove(folder, 'tags.yaml')
    case 'later':
      folder.now = new Date(folder.now.getTime() + 7_000)
      return undefined
    case 'new file that is wrong':
      return folder.write('articles/wrong.md', `---\ntitel: A\n---\n${BODIES[1]}\n`)
  }
}

const isCertain = (line: string) => !/leads nowhere|has no anchor|are missing/.test(line)

test('whatever is added, changed and removed, the server keeps saying what content:check says', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(STEPS, { minLength: 3, maxLength: 12 }), async (steps) => {
      const folder = new ContentFolder()
      for (const step of steps) {
        await take(folder, step)
        await folder.update()
        const told = await toldByCheck(folder)
        // Of two files with one address the server shows only one, and knows only that one's links.
        const both = told.some((line) => line.includes(' is also ')) ? told.filter(isCertain) : told
        expect(toldByServer(folder)).toEqual(expect.arrayContaining(both))
        if (both === told) expect(toldByServer(folder)).toEqual(told)
      }
      folder.close()
    }),
    { seed: 77, numRuns: 60 },
  )
})
