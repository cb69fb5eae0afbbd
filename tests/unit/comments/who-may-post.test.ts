import { expect, test } from 'vitest'
import { whoMayPost } from '@/lib/comments/who-may-post'

const HERE = 'https://news.example'

test.each([
  [HERE, 'same-origin', 'allowed'],
  [HERE, undefined, 'allowed'],
  [undefined, 'same-origin', 'allowed'],
  [undefined, undefined, 'confirm'],
  ['null', undefined, 'refused'],
  ['null', 'same-origin', 'refused'],
  ['https://evil.example', undefined, 'refused'],
  ['https://evil.example', 'same-origin', 'refused'],
  ['http://news.example', undefined, 'refused'],
  ['https://news.example.evil.example', undefined, 'refused'],
  [HERE, 'cross-site', 'refused'],
  [HERE, 'same-site', 'refused'],
  [undefined, 'cross-site', 'refused'],
  [undefined, 'none', 'refused'],
  [undefined, '', 'refused'],
  ['', undefined, 'refused'],
])('Origin %j with Sec-Fetch-Site %j is %s', (origin, site, decision) => {
  expect(whoMayPost(origin, site, [HERE])).toBe(decision)
})
