import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Comment } from '@/lib/comments/comment'
import { writeCommentsFeed } from '@/lib/comments/http/write-comments-feed'
import { renderComment } from '@/lib/comments/render-comment'
import { site } from '../../components/stories'
import { runs } from '../../support/runs'
import { all, one, readXml } from '../share/read-xml'

const article = {
  ...{ slug: 'why-nato', title: 'Why NATO?', lang: 'en' },
  published: { at: new Date('2025-06-01Z') },
}
const comment = (more: Partial<Comment> = {}): Comment => ({
  ...{ id: 'a', root: 'a', article: 'why-nato', name: 'Ann', text: 'Hello', heldFor: [] },
  ...{ state: 'approved', byEditor: false, created: new Date('2025-06-28T05:28:00Z') },
  ...more,
})
const feedOf = (comments: Comment[]) =>
  readXml(writeCommentsFeed({ article, site, siteUrl: 'https://news.example', comments }))

test('The feed of an article’s comments says who wrote what and when, where it is and what it answers', () => {
  const edited = new Date('2025-06-28T05:40:00Z')
  const feed = feedOf([
    comment({ id: 'b', parent: 'a', name: 'Bo', text: '*No.*', edited }),
    comment(),
  ])
  expect(one(feed, 'title').text).toBe('Comments on Why NATO?')
  expect(one(feed, 'updated').text).toBe('2025-06-28T14:40:00+09:00')
  expect(all(feed, 'link').map(({ attributes }) => attributes.href)).toEqual([
    'https://news.example/articles/why-nato/comments.xml',
    'https://news.example/articles/why-nato#comments',
  ])
  const [first, second] = all(feed, 'entry')
  if (first === undefined || second === undefined) throw new Error('Two entries')
  expect(one(first, 'id').text).toBe('https://news.example/c/b')
  expect(one(first, 'title').text).toBe('Bo on Why NATO?')
  expect(one(one(first, 'author'), 'name').text).toBe('Bo')
  expect(one(first, 'content')).toMatchObject({
    attributes: { type: 'html' },
    text: '<p><em>No.</em></p>',
  })
  expect(one(first, 'published').text).toBe('2025-06-28T14:28:00+09:00')
  expect(one(first, 'thr:in-reply-to').attributes.ref).toBe('https://news.example/c/a')
  expect(all(second, 'thr:in-reply-to')).toEqual([])
})

test('The headline is in it with the punctuation that readers see', () => {
  const typed = { ...article, title: `"It's over" -- chief` }
  const written = writeCommentsFeed({
    ...{ article: typed, site, siteUrl: 'https://news.example', comments: [comment()] },
  })
  const feed = readXml(written)
  expect(one(feed, 'title').text).toBe('Comments on “It’s over” — chief')
  expect(all(feed, 'entry').map((entry) => one(entry, 'title').text)).toEqual([
    'Ann on “It’s over” — chief',
  ])
})

test('A feed without comments is valid', () => {
  expect(one(feedOf([]), 'updated').text).toBe('2025-06-01T09:00:00+09:00')
})

test('Whatever readers type, the feed parses, the name comes back as typed and the text as the page shows it', () => {
  // What XML can’t contain, and what comments refuse or forms can’t send.
  const absent = /[^\P{Cc}\t\n\r\u007f-\u009f]|[\ufffe\uffff]|\p{Surrogate}/gu
  const tricky = fc.constantFrom(
    ']]>',
    '<script>',
    '&amp;',
    '\u202e',
    '\r\n',
    '<!--',
    '"',
    '&#0;',
    '𝔘',
    '[x](javascript:y)',
  )
  const text = fc.array(fc.oneof(tricky, fc.string({ unit: 'binary' })), { minLength: 1 })
  fc.assert(
    fc.property(text, text, (name, words) => {
      const given = comment({ name: `A${name.join('')}`, text: words.join('') })
      const [entry] = all(feedOf([given]), 'entry')
      if (entry === undefined) throw new Error('One entry')
      const shown = (typed: string) => typed.replace(absent, '')
      expect(one(one(entry, 'author'), 'name').text).toBe(shown(given.name))
      expect(one(entry, 'content').text).toBe(shown(renderComment(given.text)))
    }),
    { seed: 11, numRuns: runs(500) },
  )
})
