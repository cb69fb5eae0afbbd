import { expect, it } from 'vitest'
import type { Notice } from '@/lib/article/notice'
import { writeAtom } from '@/lib/feeds/atom'
import { writeJsonFeed } from '@/lib/feeds/json-feed'
import { writeRss } from '@/lib/feeds/rss'
import { correctionsFeed } from '@/lib/share/feeds/read-corrections-feed'
import type { Draft } from '../../support/archive-of'
import { contextOf, UNPUBLISHED } from './context-of'
import { atomFaults, rssFaults } from './feed-rules'

const at = (day: string) => ({ at: new Date(day), precision: 'day' }) as const
const correction = (slug: string): Notice => ({
  kind: 'correction',
  slug,
  title: 'A & B </title>',
  lang: 'en',
  date: at('2025-06-30'),
  text: 'It was <b>1</b>, not 2 ]]>',
})
const update: Notice = {
  kind: 'update',
  slug: 'b',
  title: 'B',
  lang: 'ja',
  date: at('2025-06-29'),
  subject: 'Say when & where',
  commit: '4f2c9e1a07',
}

async function feedOf(notices: Notice[], drafts: Record<string, Draft>) {
  return correctionsFeed({ ...(await contextOf(drafts)), newestNotices: () => notices })
}

it('says what was corrected and what changed, with links', async () => {
  const feed = await feedOf([correction('a'), update], { a: {}, b: { head: 'aliases: [first]' } })
  expect(feed.entries.map(({ title, url }) => [title, url])).toEqual([
    ['Correction: A & B </title>', 'https://paper.example/articles/a#corrections'],
    ['Update: B', 'https://paper.example/articles/b/history/4f2c9e1a07'],
  ])
  expect(feed.entries[0]?.html).toBe('<p>It was &lt;b&gt;1&lt;/b&gt;, not 2 ]]&gt;</p>')
  expect(feed.entries[1]?.id).toBe('https://paper.example/articles/first#update-4f2c9e1a07')
  expect(feed.home).toBe('https://paper.example/corrections')
  expect(rssFaults(writeRss(feed), 'https://paper.example/corrections/feed.xml')).toEqual([])
  expect(atomFaults(writeAtom(feed), 'https://paper.example/corrections/atom.xml')).toEqual([])
  expect(JSON.parse(writeJsonFeed(feed)).items).toHaveLength(2)
})

it('tells apart two corrections of one day', async () => {
  const feed = await feedOf([correction('a'), correction('b')], { a: {}, b: {} })
  expect(new Set(feed.entries.map(({ id }) => id)).size).toBe(2)
})

it('shows nothing that readers may not see', async () => {
  const feed = await feedOf(Object.keys(UNPUBLISHED).map(correction), UNPUBLISHED)
  expect(feed.entries).toEqual([])
})
