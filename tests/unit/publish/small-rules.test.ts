import { expect, test } from 'vitest'
import { isSigned, signatureOf } from '@/lib/publish/github-signature'
import { AdminGate } from '@/lib/publish/http/admin'
import { mayPreview, PREVIEW_HOURS, previewQuery } from '@/lib/publish/preview-link'
import { publishedPaths } from '@/lib/publish/publication'

const bytes = (text: string) => new TextEncoder().encode(text)

test('a body is signed as in GitHub’s own example', () => {
  const secret = "It's a Secret to Everybody"
  const signature = 'sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17'
  expect(signatureOf(secret, bytes('Hello, World!'))).toBe(signature)
  expect(isSigned(secret, bytes('Hello, World!'), signature)).toBe(true)
  for (const other of [undefined, '', 'sha256=', signature.slice(0, -1), signature.toUpperCase()]) {
    expect(isSigned(secret, bytes('Hello, World!'), other)).toBe(false)
  }
  expect(isSigned(secret, bytes('Hello, World'), signature)).toBe(false)
})

const NOW = new Date('2026-03-02T09:30:00Z')
const hours = (n: number) => new Date(NOW.getTime() + n * 3_600_000)
const TOKEN = 'a token of 16 or more'

test('a preview is open for its time, its article and its token, and for nothing else', () => {
  const query = previewQuery(TOKEN, 'harbour', NOW)
  const decide = (token: string, slug: string, now: Date, change = {}) =>
    mayPreview(token, slug, { ...query, ...change }, now)
  expect(decide(TOKEN, 'harbour', NOW)).toBe('open')
  expect(decide(TOKEN, 'harbour', hours(PREVIEW_HOURS - 1))).toBe('open')
  expect(decide(TOKEN, 'harbour', hours(PREVIEW_HOURS))).toBe('expired')
  expect(decide(TOKEN, 'harbours', NOW)).toBe('forged')
  expect(decide('another token of the site', 'harbour', NOW)).toBe('forged')
  expect(decide(TOKEN, 'harbour', NOW, { expires: '99999999999' })).toBe('forged')
  expect(decide(TOKEN, 'harbour', NOW, { signature: '' })).toBe('forged')
  expect(JSON.stringify(query)).not.toContain(TOKEN)
})

function gate(adminToken: string | undefined) {
  let now = NOW
  const desk = new AdminGate({ adminToken, networkOf: (client) => client, now: () => now })
  return {
    wait: (later: Date) => {
      now = later
    },
    ask: (authorization?: string, client = '192.0.2.1') =>
      desk.refuse({
        headers: authorization === undefined ? {} : { authorization },
        client,
      })?.status,
  }
}
const basic = (password: string) => `Basic ${Buffer.from(`editor:${password}`).toString('base64')}`

test('only the token opens the editors’ pages; without one they are closed', () => {
  expect(gate(undefined).ask(`Bearer ${TOKEN}`)).toBe(404)
  const { ask } = gate('a-token-of-16-or-more')
  expect(ask('Bearer a-token-of-16-or-more')).toBeUndefined()
  expect(ask(basic('a-token-of-16-or-more'))).toBeUndefined()
  for (const wrong of [undefined, '', 'Bearer', 'Bearer x', basic(''), basic('x'), 'Digest a']) {
    expect(ask(wrong)).toBe(401)
  }
})

test('guessing is slowed down for a network, then for all, and is forgotten after a while', () => {
  const { ask, wait } = gate('a-token-of-16-or-more')
  for (let i = 0; i < 10; i++) expect(ask('Bearer guess')).toBe(401)
  expect(ask('Bearer guess')).toBe(429)
  for (let i = 0; i < 90; i++) expect(ask(basic('guess'), `network ${i}`)).toBe(401)
  expect(ask('Bearer guess', '198.51.100.7')).toBe(429)
  wait(hours(1))
  expect(ask('Bearer guess')).toBe(401)
})

test('however many guess, the right token works, and a client that has sent none yet is asked for it', () => {
  const { ask } = gate('a-token-of-16-or-more')
  for (let i = 0; i < 2_000; i++) ask('Bearer guess', `network ${i % 150}`)
  for (const client of ['network 1', '198.51.100.7']) {
    expect(ask('Bearer guess', client)).toBe(429)
    expect(ask('Bearer a-token-of-16-or-more', client)).toBeUndefined()
    expect(ask(basic('a-token-of-16-or-more'), client)).toBeUndefined()
    expect(ask(undefined, client)).toBe(401)
  }
})

test('each path is listed once, and a refused file not as published', () => {
  const seen = [
    { added: ['a', 'b'], changed: ['c', 'a'], removed: ['d', 'a'] },
    { added: ['b'], changed: ['c', 'bad'], removed: [] },
  ]
  expect(publishedPaths(seen, ['bad'])).toEqual({
    added: ['a', 'b'],
    changed: ['c'],
    removed: ['d'],
  })
})
