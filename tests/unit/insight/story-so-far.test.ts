import path from 'node:path'
import { expect, test } from 'vitest'
import { findStorySoFar } from '@/lib/insight/find-story-so-far'
import { renderBody } from '@/lib/markdown/render-body'
import { archiveOf, archiveOfFolder, type Draft, NOW } from '../../support/archive-of'
import { SEED } from './seed'

const SINKING =
  'The ferry Aurora sank near Bergen on Monday night with 40 people on board. The coastguard of Norway rescued 38 of them from the sea off Bergen. The captain of the Aurora, Ingrid Dahl, is missing.'
const INQUIRY =
  'An inquiry into why the ferry Aurora sank near Bergen begins in Oslo. The coastguard of Norway will hear the owners of the Aurora. Captain Ingrid Dahl had warned of a broken engine before the ferry sank.'
const VERDICT =
  'The owners of the ferry Aurora are guilty, a court in Oslo ruled. The ferry Aurora sank near Bergen with 40 people on board. Captain Ingrid Dahl had warned the owners of a broken engine, the inquiry into the sinking found.'

const others: Record<string, Draft> = {
  budget: {
    date: '2025-05-01',
    text: 'Parliament in Lisbon passed the budget after a debate of nine hours. Taxes on small firms will fall.',
  },
  chess: {
    date: '2025-05-02',
    text: 'A grandmaster from Chennai won the chess tournament in Reykjavik. His last opponent resigned after 31 moves.',
  },
  wine: {
    date: '2025-05-03',
    text: 'Growers in Bordeaux harvest grapes earlier than ever. Warm summers make their wine stronger.',
  },
  school: {
    date: '2025-06-25',
    text: 'Schools in Warsaw will teach pupils to program from the age of ten. Teachers ask for smaller classes.',
  },
}

const story = (more: Record<string, Draft> = {}) =>
  archiveOf({
    ...others,
    inquiry: { title: 'Inquiry into sinking of Aurora begins', date: '2025-06-10', text: INQUIRY },
    sinking: { title: 'Ferry Aurora sinks near Bergen', date: '2025-06-03', text: SINKING },
    verdict: { title: 'Owners of ferry Aurora guilty', date: '2025-06-20', text: VERDICT },
    ...more,
  })

test('earlier articles of the event come oldest first, each with a sentence of its page', async () => {
  const { archive, live } = await story()
  const found = findStorySoFar(live('verdict').article, NOW, archive)
  expect(found.map((quote) => quote.slug)).toEqual(['sinking', 'inquiry'])
  for (const { slug, sentenceId: id, text } of found) {
    const page = renderBody(live(slug).article.body, {
      imageSize: () => undefined,
      mediaUrl: (src) => src,
    })
    expect(page.sentences).toContainEqual({ id, text })
  }
})

test('the first article of a story has none before it', async () => {
  const { archive, live } = await story()
  expect(findStorySoFar(live('sinking').article, NOW, archive)).toEqual([])
})

test('an article about something else has none', async () => {
  const { archive, live } = await story()
  expect(findStorySoFar(live('school').article, NOW, archive)).toEqual([])
})

test('the same text from another source is no earlier part of the story', async () => {
  const { archive, live } = await story({
    copy: { title: 'Owners of ferry Aurora guilty', date: '2025-06-19', text: VERDICT },
  })
  const found = findStorySoFar(live('verdict').article, NOW, archive)
  expect(found.map((quote) => quote.slug)).toEqual(['sinking', 'inquiry'])
})

test('what readers may not see is no part of the story', async () => {
  const { archive, live } = await story({
    sinking: {
      title: 'Ferry Aurora sinks',
      date: '2025-06-03',
      head: 'draft: true',
      text: SINKING,
    },
  })
  const found = findStorySoFar(live('verdict').article, NOW, archive)
  expect(found.map((quote) => quote.slug)).toEqual(['inquiry'])
})

test('the articles that come with the project are no parts of one story', async () => {
  const { archive, live } = await archiveOfFolder(
    path.resolve(import.meta.dirname, '../../../content'),
  )
  for (const slug of SEED.keys())
    expect(findStorySoFar(live(slug).article, NOW, archive)).toEqual([])
})
