import { afterEach, expect, test } from 'vitest'
import type { Comment } from '@/lib/comments/comment'
import { WITHOUT_COMMENTS_TAG } from '@/lib/comments/read-for-pages'
import { readSection } from '@/lib/comments/read-section'
import { askOwn, askPage } from '@/lib/comments/store/page-questions'
import { onRead, type ReadReport } from '@/lib/running/report'

const NOW = new Date('2025-11-23T12:00:00Z')
const article = { slug: 'nato', published: { at: new Date('2025-11-20T12:00:00Z') } }
const comment: Comment = {
  ...{ id: 'a', root: 'a', article: 'nato', name: 'Anna', text: 'Hello' },
  ...{ state: 'approved', heldFor: [], byEditor: false, created: NOW },
}

const stops: (() => void)[] = []
afterEach(() => {
  for (const stop of stops.splice(0)) stop()
})

function answerWith(
  page: { threads: [{ comment: Comment; replies: [] }]; total: number } | undefined,
) {
  const value = page && { ...page, page: 1, pages: 1 }
  stops.push(askPage.serve(async () => ({ ok: true, value })))
}

function listen(): ReadReport[] {
  const reports: ReadReport[] = []
  stops.push(onRead((report) => reports.push(report)))
  return reports
}

test('asks the server, and reports whose comments it shows and when they close', async () => {
  answerWith({ threads: [{ comment, replies: [] }], total: 1 })
  const reports = listen()
  const settings = { moderation: 'all' as const, staff: [], closeAfterDays: 5 }
  const section = await readSection(article, { replytocom: 'a' }, settings, NOW)
  expect(section).toMatchObject({ isOpen: true, replyTo: { id: 'a' }, comments: { total: 1 } })
  expect(reports).toEqual([
    { tags: ['comments:nato'] },
    { validUntil: new Date('2025-11-25T12:00:00Z') },
  ])
})

test('shows no comments when nobody answers, for a short time or until the server says they are back', async () => {
  const reports = listen()
  const section = await readSection(article, {}, undefined, NOW)
  expect(section).toEqual({ comments: undefined, isOpen: true })
  expect(reports).toContainEqual({ validUntil: new Date(NOW.getTime() + 3000) })
  expect(reports).toContainEqual({ tags: [WITHOUT_COMMENTS_TAG] })
})

test('has no page that doesn’t exist', async () => {
  answerWith(undefined)
  expect(await readSection(article, { comments: '7' }, undefined, NOW)).toBeUndefined()
})

test('is not cached for an invented id or a secret link', async () => {
  answerWith({ threads: [{ comment, replies: [] }], total: 1 })
  stops.push(
    askOwn.serve(async ({ key }) => ({ ok: true, value: key === 'right' ? comment : undefined })),
  )
  const reports = listen()
  expect(await readSection(article, { replytocom: 'x' }, undefined, NOW)).not.toHaveProperty(
    'replyTo',
  )
  expect(await readSection(article, { mine: 'a.wrong' }, undefined, NOW)).not.toHaveProperty('mine')
  expect(await readSection(article, { mine: 'a.right' }, undefined, NOW)).toMatchObject({
    mine: { key: 'right' },
  })
  expect(reports.filter(({ isPrivate }) => isPrivate)).toHaveLength(3)
})
