import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chooseKeyPoints } from '@/lib/insight/choose-key-points'
import { keyPointsOf } from '@/lib/insight/key-points'
import { renderBody } from '@/lib/markdown/render-body'
import { runs } from '../../support/runs'
import { COMMAND, NATO, SEED, seedArticle, TARIFFS, WELFARE } from './seed'

const startsOf = (slug: string) =>
  keyPointsOf(seedArticle(slug)).map(({ text }) => text.slice(0, 60))

test('the points of the article on the NATO summit tell what happened and why', () => {
  expect(startsOf(NATO)).toMatchInlineSnapshot(`
    [
      "Japan – along with the other Indo-Pacific 4 (IP4) countries,",
      "This year was the first time since then-Prime Minister Kishi",
      "Foreign Minister Iwaya Takeshi attended the summit instead.",
    ]
  `)
})

test('the points of the article on the new command', () => {
  expect(startsOf(COMMAND)).toMatchInlineSnapshot(`
    [
      "Lt. Gen. Stephen Jost submitted an opinion piece to The Asah",
      "During his late March visit to Japan, U.S. Defense Secretary",
      "The U.S.-Japan security alliance has entered a transformativ",
    ]
  `)
})

test('the points of the editorial on welfare', () => {
  expect(startsOf(WELFARE)).toMatchInlineSnapshot(`
    [
      "The welfare system is a crucial lifeline that guarantees a m",
      "The welfare ministry based its decision on prolonged deflati",
      "Welfare recipients argued that the reductions did not reflec",
    ]
  `)
})

test('a short article has none', () => {
  expect(startsOf(TARIFFS)).toEqual([])
})

test.each([...SEED.keys()])('each point of %s stands on its page under its id', (slug) => {
  const article = seedArticle(slug)
  const page = renderBody(article.body, { imageSize: () => undefined, mediaUrl: (src) => src })
  for (const point of keyPointsOf(article)) expect(page.sentences).toContainEqual(point)
})

const filler = Array.from(
  { length: 40 },
  (_, i) => `The harbour authority of Rotterdam moved crane number ${i} to another quay on Monday.`,
)
const asSentences = (texts: readonly string[]) => texts.map((text, i) => ({ id: `s-${i}`, text }))

test('a sentence that is said again is not a second point', () => {
  const sentences = asSentences([
    'The parliament of Norway passed the law on fishing quotas on Tuesday evening.',
    'Norway’s parliament passed the law on fishing quotas on Tuesday evening.',
    'Fishermen in Tromsø protested outside the building against the smaller quotas.',
    'The government of Norway expects cod to recover by the end of the decade.',
    'Scientists at the institute in Bergen had warned of a collapse for many years.',
    ...filler.slice(0, 12),
  ])
  const points = chooseKeyPoints({ title: 'Norway passes law on fishing quotas', sentences }, 3)
  const laws = points.filter(({ text }) => text.includes('passed the law'))
  expect(laws).toHaveLength(1)
})

test('a long article gets three, and more only when asked', () => {
  const subjects = ['Rotterdam', 'Lagos', 'Lima', 'Osaka', 'Perth', 'Quito', 'Cairo', 'Oslo']
  const sentences = asSentences(
    Array.from({ length: 100 }, (_, i) => {
      const place = subjects[i % subjects.length]
      return `The authority of ${place} moved ${i} cranes, ${i * 7} boats and house ${i * 13} to quay ${i * 17} on day ${i}.`
    }),
  )
  expect(chooseKeyPoints({ title: 'Cranes', sentences })).toHaveLength(3)
  expect(chooseKeyPoints({ title: 'Cranes', sentences }, 5)).toHaveLength(5)
  const opening = chooseKeyPoints({ title: 'Cranes', sentences, opening: 40 })
  expect(opening.map(({ id }) => Number(id.slice(2))).every((place) => place >= 40)).toBe(true)
})

const sentenceText = fc.oneof(
  fc.constantFrom(...filler),
  fc.string({ unit: 'grapheme', maxLength: 120 }),
  fc.lorem({ mode: 'sentences', maxCount: 1 }),
)

test('whatever the sentences, the points are some of them, in their order, each once', () => {
  fc.assert(
    fc.property(fc.string(), fc.array(sentenceText, { maxLength: 60 }), (title, texts) => {
      const sentences = asSentences(texts)
      const points = chooseKeyPoints({ title, sentences })
      const places = points.map((point) =>
        sentences.findIndex(({ id, text }) => id === point.id && text === point.text),
      )
      expect(places).not.toContain(-1)
      expect(places).toEqual([...new Set(places)].sort((a, b) => a - b))
      expect([0, 2, 3]).toContain(points.length)
    }),
    { seed: 12, numRuns: runs(150) },
  )
})

test('one sentence of 100,000 words gives no point and no error', () => {
  const sentences = asSentences(['word '.repeat(100_000), 'x'.repeat(100_000)])
  expect(chooseKeyPoints({ title: '', sentences })).toEqual([])
})

test('what the first paragraph or the standfirst says beside them is no point', () => {
  const norway = [
    'The parliament of Norway passed the law on fishing quotas on Tuesday evening.',
    'Norway’s parliament passed the law on fishing quotas on Tuesday evening.',
    'Fishermen in Tromsø protested outside the building against the smaller quotas.',
    'The government of Norway expects cod to recover by the end of the decade.',
    'Scientists at the institute in Bergen had warned of a collapse for many years.',
  ]
  const sentences = asSentences([...norway, ...filler.slice(0, 12)])
  const title = 'Norway passes law on fishing quotas'
  const points = chooseKeyPoints({
    ...{ title, sentences, opening: 1 },
    standfirst: 'Fishermen in Tromsø protested against the smaller quotas.',
  }).map(({ text }) => norway.indexOf(text))
  expect(points.length).toBeGreaterThan(1)
  for (const beside of [0, 1, 2]) expect(points).not.toContain(beside)
})

test('the first paragraph of each demo article is said once', () => {
  for (const slug of SEED.keys()) {
    const article = seedArticle(slug)
    const page = renderBody(article.body, { imageSize: () => undefined, mediaUrl: (src) => src })
    const opening = page.sentences.slice(0, page.opening)
    expect(opening.length).toBeGreaterThan(0)
    for (const point of keyPointsOf(article)) expect(opening).not.toContainEqual(point)
  }
})
