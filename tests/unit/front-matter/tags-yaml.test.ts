import { describe, expect, test } from 'vitest'
import { canonicalNames, findCanonical } from '@/lib/article/canonical-tags'
import { tagFaults, untaggedFault } from '@/lib/check/check-tags'
import { parseTags } from '@/lib/front-matter/parse-tags'
import { formatProblem } from '@/lib/front-matter/problem'

const parse = (text: string) =>
  parseTags({ path: 'tags.yaml', bytes: new TextEncoder().encode(text) })

function tagsOf(text: string) {
  const parsed = parse(text)
  if (!parsed.ok) throw new Error(parsed.problems.map(formatProblem).join('\n'))
  return parsed.tags
}

function problemsOf(text: string) {
  const parsed = parse(text)
  return parsed.ok ? [] : parsed.problems.map(formatProblem)
}

const FILE = `NATO:
  synonyms: [OTAN, North Atlantic Treaty Organization]
  description: The alliance.
Japan:
社会保障:
  synonyms: [Social security]
`

describe('tags.yaml', () => {
  test('names tags, with synonyms and descriptions or nothing', () => {
    expect(tagsOf(FILE)).toEqual([
      {
        name: 'NATO',
        slug: 'nato',
        synonyms: ['OTAN', 'North Atlantic Treaty Organization'],
        description: 'The alliance.',
      },
      { name: 'Japan', slug: 'japan', synonyms: [] },
      { name: '社会保障', slug: '社会保障', synonyms: ['Social security'] },
    ])
    expect(tagsOf('# nothing yet\n')).toEqual([])
  })

  test.each([
    [
      'an unknown field',
      'NATO:\n  synonym: [OTAN]\n',
      /^tags.yaml:2:3: NATO.synonym: is not a known field \(did you mean synonyms\?\)$/,
    ],
    [
      'a synonym that is a tag',
      'NATO:\n  synonyms: [japan]\nJapan:\n',
      /^tags.yaml:2:14: NATO.synonyms\[0\]: "japan" is a name of "Japan" already/,
    ],
    [
      'one synonym of two tags',
      'A1:\n  synonyms: [x]\nB1:\n  synonyms: [X]\n',
      /^tags.yaml:4:14: B1.synonyms\[0\]: "X" is a name of "A1" already/,
    ],
    [
      'two spellings of one tag',
      'NATO:\nnato:\n',
      /^tags.yaml:2:1: nato: "nato" is a name of "NATO" already/,
    ],
    ['the same tag twice', 'NATO: {}\nNATO: {}\n', /^tags.yaml:2:1: NATO: is given twice/],
    ['a list', '- NATO\n', /^tags.yaml:1:1: /],
    [
      'a word for the synonyms',
      'NATO:\n  synonyms: OTAN\n',
      /^tags.yaml:2:13: NATO.synonyms: must be a list/,
    ],
    ['a name without letters', '"!!":\n', /^tags.yaml:1:\d+: /],
    ['an alias', 'A1: &x\nB1: *x\n', /^tags.yaml:\d+:\d+: /],
  ])('reports %s at its place', (_, text, expected) => {
    expect(problemsOf(text)).toHaveLength(1)
    expect(problemsOf(text)[0]).toMatch(expected)
  })
})

describe('canonical names', () => {
  test('replace synonyms in any spelling, each once', () => {
    const tags = tagsOf(FILE)
    expect(canonicalNames(['otan', 'Nato', 'Trade', 'social-security'], tags)).toEqual({
      tags: ['NATO', 'Trade', '社会保障'],
      synonyms: ['OTAN', 'North Atlantic Treaty Organization', 'Social security'],
    })
    expect(findCanonical('Tradé', tags)).toBeUndefined()
  })
})

describe('the tags of an article', () => {
  const check = (tags: string[], yaml: string) =>
    tagFaults(tags, tagsOf(yaml)).map(({ index, problem, fix }) => `${index} ${problem} (${fix})`)

  test('are known by any of their names; an unknown one may be a known one misspelt', () => {
    expect(check(['NATO', 'Japann', 'Wombats', 'otan'], FILE)).toEqual([
      '1 "Japann" is not a tag of tags.yaml (did you mean Japan?)',
      '2 "Wombats" is not a tag of tags.yaml (use a tag of tags.yaml, or add it there)',
    ])
  })

  test('are suggested where there are none, by their canonical names', () => {
    const text = 'The OTAN met. The OTAN of today. Smith spoke to the OTAN. Jane Smith left.'
    const fault = untaggedFault({ title: 'A meeting', text }, tagsOf(FILE))
    expect(fault?.fix).toMatch(/^perhaps .*\bNATO\b/)
    expect(untaggedFault({ title: 'A meeting', text: 'They met.' }, [])).toBeUndefined()
  })

  test('are all accepted while tags.yaml has none', () => {
    expect(check(['Anything'], '')).toEqual([])
  })
})
