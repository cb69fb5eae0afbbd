import { describe, expect, it } from 'vitest'
import { rowSizes } from '@/lib/front/fill-rows'
import { FULL_FROM, planFront } from '@/lib/front/front-plan'
import { type FrontWidth, frontRows } from '@/lib/front/front-rows'

type Story = { slug: string; section?: string; picture: boolean }

const SECTIONS = ['World', 'Economy', 'Sport']
const WIDTHS: FrontWidth[] = ['phone', 'tablet', 'desk', 'wide']
const COUNTS = Array.from({ length: 60 }, (_, i) => i + 1)
const PICTURES: Record<string, (i: number) => boolean> = {
  all: () => true,
  some: (i) => i % 3 === 1,
  no: () => false,
}
/** The section of each story: several sections, one, or none. */
const FILING: Record<string, (i: number) => string | undefined> = {
  'in sections': (i) => SECTIONS[i % 4],
  'in one section': () => 'World',
  'in no section': () => undefined,
}

const stories = (
  count: number,
  hasPicture: (i: number) => boolean,
  filed = FILING['in sections'],
) =>
  Array.from({ length: count }, (_, i): Story => {
    const section = filed?.(i)
    return { slug: `s${i}`, picture: hasPicture(i), ...(section && { section }) }
  })

const plan = (given: Story[], pinned?: Record<string, string[]>) => {
  const options = { hasPicture: ({ picture }: Story) => picture, sections: SECTIONS, pinned }
  const planned = planFront(given, options)
  if (!planned) throw new Error('There are stories')
  return planned
}

describe.each(Object.keys(PICTURES))('with %s pictures', (pictures) => {
  describe.each(Object.keys(FILING))('%s', (filed) => {
    it.each(WIDTHS)('any number of stories fills its rows, each story once: %s', (width) => {
      for (const count of COUNTS) {
        const given = stories(count, PICTURES[pictures] ?? (() => true), FILING[filed])
        const rows = frontRows(plan(given), width)
        const shown = rows.flatMap((row) => row.flatMap((cell) => cell.stories))
        expect(shown.map(({ slug }) => slug).sort()).toEqual(given.map(({ slug }) => slug).sort())
        expect(shown).toHaveLength(count)
        for (const row of rows) {
          expect(row.reduce((sum, { span }) => sum + span, 0)).toBe(12)
          for (const { stories } of row) expect(stories.length).toBeGreaterThan(0)
        }
        // Columns of headlines differ in length by one at most.
        for (const row of rows.slice(1)) {
          const columns = row.filter(({ span }) => span === 3).map((cell) => cell.stories.length)
          expect(Math.max(0, ...columns) - Math.min(99, ...columns)).toBeLessThanOrEqual(1)
        }
      }
    })
  })

  it('cards of one row have all their pictures above the words, or none', () => {
    for (const count of COUNTS.filter((each) => each < FULL_FROM)) {
      const planned = plan(stories(count, PICTURES[pictures] ?? (() => true)))
      if (planned.kind !== 'few') throw new Error('so few stories have no columns')
      for (const width of ['desk', 'tablet'] as const) {
        const [, ...rows] = frontRows(planned, width)
        for (const row of rows) {
          const inRow = row.flatMap((cell) => cell.stories)
          const above = planned.cards
            .filter(({ story }) => inRow.includes(story))
            .map((card) => card[width].pictureAbove)
          const expected = inRow.length > 1 && inRow.every(({ picture }) => picture)
          expect(above).toEqual(inRow.map(() => expected))
        }
      }
    }
  })
})

it('is nothing without a story', () => {
  expect(planFront<Story>([], { hasPicture: () => true, sections: [] })).toBeUndefined()
})

it('puts a picture at the top of the left column and first in each band', () => {
  const planned = plan(stories(60, PICTURES.some ?? (() => true)))
  if (planned.kind !== 'full') throw new Error('sixty stories have columns')
  expect(planned.left[0]?.picture).toBe(true)
  expect(planned.sections.map(({ section }) => section)).toEqual(SECTIONS)
  for (const { lead } of planned.sections) expect(lead.picture).toBe(true)
})

it('gives no band to a section with fewer than four stories', () => {
  const given = stories(
    30,
    () => true,
    (i) => (i > 26 ? 'Sport' : 'World'),
  )
  const planned = plan(given)
  if (planned.kind !== 'full') throw new Error('thirty stories have columns')
  expect(planned.sections.map(({ section }) => section)).toEqual(['World'])
})

it('keeps an editor’s stories for their band, in the given order', () => {
  const planned = plan(
    stories(60, () => true),
    { Economy: ['s9', 's1'] },
  )
  if (planned.kind !== 'full') throw new Error('sixty stories have columns')
  const band = planned.sections.find(({ section }) => section === 'Economy')
  expect([band?.lead.slug, band?.headlines[0]?.slug]).toEqual(['s9', 's1'])
  expect(
    [...planned.left, ...planned.underLead, ...planned.latest].map(({ slug }) => slug),
  ).not.toContain('s1')
})

it.each([
  [0, 3, []],
  [1, 3, [1]],
  [4, 3, [2, 2]],
  [5, 3, [3, 2]],
  [7, 3, [3, 2, 2]],
  [8, 7, [4, 4]],
  [15, 7, [5, 5, 5]],
])('%i in rows of at most %i are %j', (count, most, sizes) => {
  expect(rowSizes(count, most)).toEqual(sizes)
})
