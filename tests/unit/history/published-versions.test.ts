import { describe, expect, it } from 'vitest'
import {
  lastUpdate,
  publishedVersions,
  type RecordedVersion,
} from '@/lib/history/published-versions'

const day = (number: number) => new Date(Date.UTC(2025, 5, number))
const now = day(20)

type Given = {
  at: number
  due?: number
  words?: string
  expires?: number
  is?: 'draft' | 'unusable' | 'removed'
}

/** A file with versions v1, v2, … each committed on a day of June. */
function recorded(given: Given[]): RecordedVersion[] {
  return given.map(({ at, due = 1, words = `words ${at}`, expires, is }, index) => ({
    commit: `v${index + 1}`,
    at: day(at),
    subject: `Change ${index + 1}`,
    facts:
      is === 'unusable' || is === 'removed'
        ? { state: is }
        : {
            state: 'article',
            due: { at: day(due), precision: 'day' },
            ...(expires !== undefined && { expires: day(expires) }),
            listed: is !== 'draft',
            words,
          },
  }))
}

const shown = (given: Given[], withheld: string[] = []) =>
  publishedVersions(recorded(given), { now, isWithheld: (commit) => withheld.includes(commit) })

const inShort = (given: Given[], withheld: string[] = []) =>
  shown(given, withheld).map(({ commit, since, changed }) =>
    [commit, since.at.getUTCDate(), changed ? 'changed' : 'same'].join(' '),
  )

describe('the versions that readers have seen', () => {
  it.each<[string, Given[], string[]]>([
    ['none of none', [], []],
    [
      'every version of an article published at once',
      [{ at: 2 }, { at: 4 }],
      ['v1 2 changed', 'v2 4 changed'],
    ],
    [
      'nothing of drafts',
      [{ at: 2, is: 'draft' }, { at: 3, is: 'draft' }, { at: 5 }],
      ['v3 5 changed'],
    ],
    [
      'nothing of a draft that an article becomes again',
      [{ at: 2 }, { at: 3, is: 'draft' }, { at: 5 }],
      ['v1 2 changed', 'v3 5 changed'],
    ],
    [
      'only the version that was current when the date came, at that date',
      [
        { at: 2, due: 10 },
        { at: 4, due: 10 },
        { at: 12, due: 10 },
      ],
      ['v2 10 changed', 'v3 12 changed'],
    ],
    [
      'nothing while the date is in the future',
      [
        { at: 2, due: 25 },
        { at: 4, due: 25 },
      ],
      [],
    ],
    [
      'nothing of a version put off before its date came',
      [
        { at: 2, due: 8 },
        { at: 7, due: 12 },
      ],
      ['v2 12 changed'],
    ],
    [
      'nothing of a version replaced exactly at its date',
      [
        { at: 2, due: 8 },
        { at: 8, due: 8 },
      ],
      ['v2 8 changed'],
    ],
    [
      'nothing of what had expired when it was committed',
      [
        { at: 2, expires: 6 },
        { at: 7, expires: 6 },
      ],
      ['v1 2 changed'],
    ],
    [
      'two versions of one second',
      [
        { at: 2, words: 'a' },
        { at: 2, words: 'b' },
      ],
      ['v1 2 changed', 'v2 2 changed'],
    ],
    [
      'the previous version while a file is broken',
      [{ at: 2, due: 10 }, { at: 4, is: 'unusable' }, { at: 15 }],
      ['v1 10 changed', 'v3 15 changed'],
    ],
    [
      'nothing of a version that was removed before its date',
      [{ at: 2, due: 10 }, { at: 4, is: 'removed' }, { at: 15 }],
      ['v3 15 changed'],
    ],
    [
      'unchanged words as unchanged',
      [
        { at: 2, words: 'a' },
        { at: 4, words: 'a' },
        { at: 5, words: 'b' },
      ],
      ['v1 2 changed', 'v2 4 same', 'v3 5 changed'],
    ],
    [
      'nothing of a commit from the future',
      [{ at: 2 }, { at: 25 }, { at: 4 }],
      ['v1 2 changed', 'v3 4 changed'],
    ],
    [
      'a commit older than the one before it as being as old',
      [{ at: 5 }, { at: 3 }, { at: 6 }],
      ['v1 5 changed', 'v2 5 changed', 'v3 6 changed'],
    ],
  ])('%s', (_, given, expected) => {
    expect(inShort(given)).toEqual(expected)
  })

  it('leaves out a withheld version and compares its neighbours', () => {
    const given = [
      { at: 2, words: 'a' },
      { at: 3, words: 'secret' },
      { at: 4, words: 'a' },
    ]
    expect(inShort(given, ['v2'])).toEqual(['v1 2 changed', 'v3 4 same'])
  })

  it('still counts a withheld version as the end of the one before it', () => {
    expect(inShort([{ at: 2, due: 10 }, { at: 4 }, { at: 6 }], ['v2'])).toEqual(['v3 6 changed'])
  })

  it('gives a time as precisely as it is known', () => {
    const [first, second] = shown([
      { at: 2, due: 10 },
      { at: 12, due: 10 },
    ])
    expect(first?.since.precision).toBe('day')
    expect(second?.since.precision).toBe('minute')
  })
})

describe('the last update', () => {
  it.each<[string, Given[], string | undefined]>([
    ['is none for an article that never changed', [{ at: 2 }], undefined],
    ['is none when only drafts changed', [{ at: 2, is: 'draft' }, { at: 3 }], undefined],
    [
      'is none when no word changed',
      [
        { at: 2, words: 'a' },
        { at: 3, words: 'a' },
      ],
      undefined,
    ],
    [
      'is the last change of words, not the last version',
      [
        { at: 2, words: 'a' },
        { at: 3, words: 'b' },
        { at: 4, words: 'b' },
      ],
      'v2',
    ],
  ])('%s', (_, given, expected) => {
    expect(lastUpdate(shown(given))?.commit).toBe(expected)
  })
})
