import { expect, test } from 'vitest'
import { contentHash, etagOf, matchingEtag } from '@/lib/server/front/etag'

const current = { hash: 'h', coding: 'br', etag: '"h.br11"' } as const

test.each([
  ['"h.br11"', '"h.br11"'],
  ['"h.br5"', '"h.br5"'],
  ['W/"h.br5"', '"h.br5"'],
  ['"other", W/"h.br11" , "more"', '"h.br11"'],
  ['*', '"h.br11"'],
  ['"h.gzip0"', undefined],
  ['"h.br11', undefined],
  ['h.br11', undefined],
  ['"hh.br11"', undefined],
  ['"h.brx"', undefined],
  ['', undefined],
])('If-None-Match %j matches %j', (header, etag) => {
  expect(matchingEtag(header, current)).toBe(etag)
})

test('Every coding and effort of one content has its own strong ETag', () => {
  const hash = contentHash(Buffer.from('text'))
  const tags = [etagOf(hash, 'br', 5), etagOf(hash, 'br', 11), etagOf(hash, 'gzip', 0)]
  expect(new Set(tags).size).toBe(3)
  expect(hash).not.toBe(contentHash(Buffer.from('texts')))
})
