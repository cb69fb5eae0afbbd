import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { askArchive, askArticle, findAnswers } from '@/lib/insight/find-answers'
import { renderBody } from '@/lib/markdown/render-body'
import { archiveOf, archiveOfFolder, NOW } from '../../support/archive-of'
import { NATO, seedArticle } from './seed'

const content = path.resolve(import.meta.dirname, '../../../content')
const onPage = (body: string) =>
  renderBody(body, { imageSize: () => undefined, mediaUrl: (src) => src }).sentences

describe('the articles that come with the project', () => {
  test.each([
    ['Which foreign minister attended the summit?', 'Iwaya Takeshi attended the summit instead'],
    ['When does the suspension of the reciprocal tariffs expire?', 'July 9'],
    ['Who ruled that the welfare cuts were illegal?', 'The Japanese Supreme Court ruled'],
    ['Where is the U.S. Indo-Pacific Command based?', 'based in Hawaii'],
  ])('%s', async (question, holds) => {
    const { archive, live } = await archiveOfFolder(content)
    const quotes = askArchive(question, NOW, undefined, archive)
    expect(
      quotes
        .slice(0, 3)
        .map(({ text }) => text)
        .join(' '),
    ).toContain(holds)
    for (const { slug, sentenceId: id, text } of quotes)
      expect(onPage(live(slug).article.body)).toContainEqual({ id, text })
  })

  test.each([
    ['Why did Japan skip the NATO summit?', 'Another possible reason that Ishiba stayed home'],
    ['Who went to the summit in place of Ishiba?', 'Iwaya Takeshi attended the summit instead'],
    ['Who opposed a NATO office in Tokyo?', 'France had opposed it'],
    ['Why did France oppose the Tokyo office?', 'due to concerns about China'],
    ['Who is the Secretary General of NATO?', 'Secretary General Mark Rutte'],
    ['How long did Iwaya meet Rubio?', '10-minute meeting'],
    ['When are the upper house elections?', 'scheduled for July 20'],
    ['What share of GDP should Japan spend on defense, according to Colby?', 'at least 3 percent'],
    ['Who did Akazawa meet in Washington?', 'Howard Lutnick on Friday'],
    ["What is Akazawa's job?", 'economic revitalization minister'],
    ['What does IP4 stand for?', 'Indo-Pacific 4 (IP4)'],
    ['What does JCT stand for?', 'Cooperation Team, or JCT'],
    ['When did Hegseth visit Japan?', 'late March visit'],
    ["Who is Japan's defense minister?", 'Defense Minister Gen Nakatani'],
    ['Which party promised to cut welfare benefits?', 'Liberal Democratic Party pledged'],
    ['What did welfare recipients argue?', 'Welfare recipients argued'],
  ])('%s is answered first by its sentence', async (question, holds) => {
    const { archive } = await archiveOfFolder(content)
    expect(askArchive(question, NOW, undefined, archive)[0]?.text).toContain(holds)
  })

  test.each([
    'How many people work for the JCT?',
    'How old is Stephen Jost?',
    'Who is the welfare minister?',
    'How many missiles does Japan have?',
    'What did Kishida say about the summit?',
    'What did Donald Trump say about Ishiba?',
    'When will Japan and NATO open the liaison office?',
    'Where did Akazawa study?',
  ])('%s has no answer, though much is said of it', async (question) => {
    const { archive } = await archiveOfFolder(content)
    expect(askArchive(question, NOW, undefined, archive)).toEqual([])
  })

  test('what is said of a name instead of an answer is on its page', async () => {
    const { archive, live } = await archiveOfFolder(content)
    for (const article of [undefined, NATO]) {
      const asked = { question: 'How old is Mark Rutte?', now: NOW, ...(article && { article }) }
      const { inArticle, inArchive, nearest } = findAnswers(asked, archive)
      expect([...inArticle, ...inArchive]).toEqual([])
      expect(nearest?.of).toBe('Mark Rutte')
      const { slug = '', sentenceId: id, text } = nearest?.quote ?? {}
      expect(onPage(live(slug).article.body)).toContainEqual({ id, text })
    }
  })

  test.each(['Who is the mayor of Paris?', 'How do I bake sourdough bread?', '', '"* OR -x'])(
    'nothing in them answers %j',
    async (question) => {
      const { archive } = await archiveOfFolder(content)
      expect(askArchive(question, NOW, undefined, archive)).toEqual([])
    },
  )

  test('one article is asked alone, and left out of the rest when it was', async () => {
    const { archive, live } = await archiveOfFolder(content)
    const question = 'Who attended the NATO summit?'
    const inArticle = askArticle(question, live(NATO).article, archive)
    expect(new Set(inArticle.map(({ slug }) => slug))).toEqual(new Set([NATO]))
    const others = askArchive(question, NOW, NATO, archive)
    expect(others.map(({ slug }) => slug)).not.toContain(NATO)
    for (const { sentenceId: id, text } of inArticle)
      expect(onPage(seedArticle(NATO).body)).toContainEqual({ id, text })
  })
})

const captain = 'The captain of the ferry Aurora was Ingrid Dahl.'

test.each([
  ['a draft', 'draft: true', '2025-06-28'],
  ['one that is not out yet', '', '2025-07-02'],
  ['one that has expired', 'expires: 2025-06-30', '2025-06-28'],
  [
    'one that was withdrawn',
    'withdrawn:\n  date: 2025-06-29\n  reason: It was wrong.',
    '2025-06-28',
  ],
])('%s is not quoted', async (_, head, date) => {
  const { archive } = await archiveOf({ hidden: { head, date, text: captain } })
  expect(askArchive('Who was the captain of the ferry?', NOW, undefined, archive)).toEqual([])
})

test.each([
  ['escapes', 'The *captain* of the ferry Aurora was Ingrid\\_Dahl \\*herself\\*.'],
  ['links and code', 'The captain of the [ferry](https://x.example/a) Aurora was `Ingrid Dahl`.'],
  [
    'a footnote',
    'The captain of the ferry Aurora was Ingrid Dahl.[^1]\n\n[^1]: The captain was a friend.',
  ],
  [
    'a list in a quotation',
    '> - The captain of the ferry Aurora\n>   was Ingrid Dahl.\n> - Others left.',
  ],
  ['entities', 'The captain of the ferry Aurora was Ingrid &amp; Dahl &lt;b&gt;.'],
  [
    'HTML',
    '<div>The captain of the ferry Aurora was Ingrid Dahl.</div>\n\nThe captain of the ferry <b>left</b>.',
  ],
  [
    'script',
    '<script>The captain of the ferry Aurora was Mallory.</script>\n\nThe captain of the ferry was Dahl.',
  ],
  [
    'a comment',
    '<!-- The captain of the ferry Aurora was Mallory. -->\n\nThe captain of the ferry was Dahl.',
  ],
  [
    'code',
    '    The captain of the ferry Aurora was Mallory.\n\nThe captain of the ferry was Dahl.',
  ],
  ['the same sentence twice', `${captain}\n\nIt sank.\n\n${captain}`],
  [
    'another language',
    'Der Kapitän der Ferry Aurora war am 28. Juni captain Ingrid Dahl. Sie ging.',
  ],
  ['no spaces', 'captain ferry 船長はIngrid Dahlだった。船は沈んだ。'],
])('in an article with %s only what stands on its page is quoted', async (_, text) => {
  const { archive, live } = await archiveOf({ hostile: { text }, other: { text: 'Nothing here.' } })
  const question = 'Who was the captain of the ferry?'
  const page = onPage(live('hostile').article.body)
  const quotes = [
    ...askArchive(question, NOW, undefined, archive),
    ...askArticle(question, live('hostile').article, archive),
    ...(findAnswers({ question, now: NOW, withCandidates: true }, archive).candidates ?? []),
  ]
  expect(quotes.length).toBeGreaterThan(0)
  for (const { sentenceId: id, text: quoted } of quotes)
    expect(page).toContainEqual({ id, text: quoted })
})

test.each([
  'x'.repeat(10_000),
  'who '.repeat(2_500),
  '\u0000\u0007\u202e',
  '"'.repeat(500),
  '💥 ﷺ',
])('any question is safe: %.12s…', async (question) => {
  const { archive, live } = await archiveOf({ ferry: { text: captain } })
  expect(askArchive(question, NOW, undefined, archive)).toEqual([])
  expect(askArticle(question, live('ferry').article, archive)).toEqual([])
})
