import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chooseKeyPoints } from '@/lib/insight/choose-key-points'
import { keyPointsOf } from '@/lib/insight/key-points'
import { renderBody } from '@/lib/markdown/render-body'
import { runs } from '../../support/runs'
import { COMMAND, NATO, SEED, seedArticle, TARIFFS, WELFARE } from './seed'

const startsOf = (slug: string) =>
  keyPointsOf(seedArticle(slug)).map(({ text }) => text.slice(0, 60))

test('the points of the article on the NATO summit say why Japan skipped it', () => {
  expect(startsOf(NATO)).toMatchInlineSnapshot(`
    [
      "This year was the first time since then-Prime Minister Kishi",
      "The 'various circumstances' alluded to with regards to Ishib",
      "Another possible reason that Ishiba stayed home was continue",
    ]
  `)
})

test('the points of the article on the new command', () => {
  expect(startsOf(COMMAND)).toMatchInlineSnapshot(`
    [
      "Lt. Gen. Stephen Jost submitted an opinion piece to The Asah",
      "During his late March visit to Japan, U.S. Defense Secretary",
      "U.S. Forces Japan currently comes under the U.S. Indo-Pacifi",
    ]
  `)
})

test('the points of the editorial on welfare', () => {
  expect(startsOf(WELFARE)).toMatchInlineSnapshot(`
    [
      "The welfare system is a crucial lifeline that guarantees a m",
      "The welfare ministry based its decision on prolonged deflati",
      "The decision to reduce people's benefits affected even those",
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
  const places = sentences.map((_, i) => ({
    paragraph: Math.max(0, Math.floor(i / 10) - 3),
    isQuoted: false,
  }))
  const opening = chooseKeyPoints({ title: 'Cranes', sentences, places })
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
    ...{ title, sentences, places: sentences.map((_, i) => ({ paragraph: i, isQuoted: false })) },
    standfirst: 'Fishermen in Tromsø protested against the smaller quotas.',
  }).map(({ text }) => norway.indexOf(text))
  expect(points.length).toBeGreaterThan(1)
  for (const beside of [0, 1, 2]) expect(points).not.toContain(beside)
})

test('the first paragraph of each demo article is said once', () => {
  for (const slug of SEED.keys()) {
    const article = seedArticle(slug)
    const page = renderBody(article.body, { imageSize: () => undefined, mediaUrl: (src) => src })
    const opening = page.sentences.filter((_, i) => page.places[i]?.paragraph === 0)
    expect(opening.length).toBeGreaterThan(0)
    for (const point of keyPointsOf(article)) expect(opening).not.toContainEqual(point)
  }
})

const BODY = [
  'The harbour of Westlund closed on Monday morning, and 40 ships are waiting outside.',
  'The town has lived from herring for three hundred years and from tourists for thirty.',
  'Two cranes of the western quay stood still, and a brass band played for the crews.',
  'Captains passed the time with cards, letters and a long football match on the beach.',
  'Restaurants along the shore reported more guests on Monday than on any day of the summer.',
]
const REST = [
  'Bakers in the old town sold their bread an hour before noon and closed their shops.',
  'A museum of lighthouses opened its doors to sailors who had never seen it by day.',
  'Children from two schools painted the ships and hung their pictures in the station.',
  'Weather stations on the cape measured wind of eleven metres a second at midnight.',
  'Trucks with frozen fish stood on the coast road as far as the bridge of Ornby.',
  'Telephone lines to the islands worked, though the ferry carried no letters.',
  'Farmers sent milk and apples, for which the captains paid in tobacco and rope.',
  'Insurers in three countries began to count what each lost day would cost them.',
  'Students of the nautical college practised knots with the crew of a Greek tanker.',
  'Church bells rang at six, and a choir of pensioners sang on the northern mole.',
]
const paragraphsOf = (texts: readonly string[]) => ({
  sentences: asSentences(texts),
  places: texts.map((_, paragraph) => ({ paragraph, isQuoted: false })),
})
const chosen = (title: string, texts: readonly string[], more: object = {}) =>
  chooseKeyPoints({ title, ...paragraphsOf([...texts, ...REST]), ...more }).map(({ text }) => text)

const REASONS = [
  'Engineers closed the lock because a steel gate had cracked in the frost.',
  'Another reason is the strike of the pilots, who want two more days of leave.',
]

test('a headline that asks why gets the reasons, also one that goes on from the reason before', () => {
  expect(chosen('Why did Westlund close its harbour?', [...BODY, ...REASONS])).toEqual(
    expect.arrayContaining(REASONS),
  )
  expect(chosen('Westlund closes its harbour', [...BODY, ...REASONS])).not.toContain(REASONS[1])
})

test('a headline that asks for a sum gets it', () => {
  const sum = 'Repairs of the lock will cost the region 14 million dollars before the winter.'
  expect(chosen('How much will the lock of Westlund cost?', [...BODY, sum])).toContain(sum)
})

test('an editorial gets what it demands, wherever it says so, and a report doesn’t', () => {
  const demand = 'Parliament must give Westlund a second lock before another winter comes.'
  const texts = [...BODY, ...REST.map((text) => text.replace('.', ' again.')), demand]
  expect(chosen('Editorial: Westlund needs a lock', texts)).toContain(demand)
  expect(chosen('Westlund waits', texts, { kind: 'opinion' })).toContain(demand)
  expect(chosen('Westlund waits', texts, { kind: 'news' })).not.toContain(demand)
})

const SPOKEN = 'Ice, strikes, fog and two wars have closed the harbour of Westlund since my youth.'

test('no point speaks in the first person, unless the whole article does', () => {
  expect(chosen('Harbour of Westlund closed', [BODY[0] ?? '', SPOKEN])).not.toContain(SPOKEN)
  const column = ['My father was a pilot there.', 'We lived above the lock.', 'I stayed.']
  expect(chosen('Harbour of Westlund closed', [BODY[0] ?? '', SPOKEN, ...column])).toContain(SPOKEN)
})

test('no point is taken out of a block quotation, unless the whole article is one', () => {
  const sentences = asSentences([...BODY, ...REST])
  const quotedFrom = (first: number) =>
    sentences.map((_, paragraph) => ({ paragraph, isQuoted: paragraph >= first }))
  const title = 'Harbour of Westlund closed'
  const partly = chooseKeyPoints({ title, sentences, places: quotedFrom(3) }, 5)
  expect(partly.map(({ id }) => id)).toEqual(['s-0', 's-1', 's-2'])
  expect(chooseKeyPoints({ title, sentences, places: quotedFrom(0) }, 5)).toHaveLength(5)
})

test('two points don’t introduce the same body', () => {
  const introductions = [
    'The Westlund Harbour Rescue Society sent four boats with soup to the waiting ships.',
    'Founded by fishermen, the Westlund Harbour Rescue Society lives from gifts alone.',
  ]
  const points = chosen('Ships wait outside the harbour', [BODY[0] ?? '', ...introductions])
  expect(points.filter((text) => introductions.includes(text))).toHaveLength(1)
})

test('of each paragraph at most one sentence is a point, in a text of four paragraphs and more', () => {
  const sentences = asSentences([...BODY, ...REST])
  const inParagraphs = (count: number) =>
    sentences.map((_, i) => ({ paragraph: Math.min(count - 1, i), isQuoted: false }))
  const pointsIn = (count: number) =>
    chooseKeyPoints({ title: 'Harbour', sentences, places: inParagraphs(count) })
  const later = pointsIn(4).filter(({ id }) => Number(id.slice(2)) >= 3)
  expect(later.length).toBeLessThan(2)
  expect(pointsIn(3).map(({ id }) => id)).toContain('s-0')
  expect(pointsIn(4).map(({ id }) => id)).not.toContain('s-0')
})
