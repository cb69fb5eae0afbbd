import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import pino from 'pino'
import { expect, test } from 'vitest'
import { logAnswer } from '@/lib/server/log'
import { plainLine } from '@/lib/server/plain-log'

const AT = new Date('2025-06-28T12:00:00Z')
/** As the operator's clock shows it. */
const CLOCK = AT.toTimeString().slice(0, 8)

/** What pino writes, as JSON and in words. */
function logged(say: (log: pino.Logger) => void) {
  const lines: string[] = []
  const log = pino(
    { base: null, timestamp: () => `,"time":"${AT.toISOString()}"` },
    { write: (line: string) => lines.push(line) },
  )
  say(log)
  return lines.map(plainLine)
}

test('A line for people has the time of day, the severity, the words, and their details', () => {
  expect(
    logged((log) => {
      log.info('Begun')
      log.warn({ key: '/tags', after: 3, files: ['a.md'], why: '' }, 'Slow')
      log.error({ method: 'GET' }, 'Failed')
    }),
  ).toEqual([
    `${CLOCK} Begun\n`,
    `${CLOCK} warning: Slow (key: /tags, after: 3, files: ["a.md"])\n`,
    `${CLOCK} error: Failed (method: GET)\n`,
  ])
})

test('An error’s stack follows its line', () => {
  const error = new Error('no such table', { cause: new Error('locked') })
  const [line = ''] = logged((log) => log.error({ err: error, path: '/' }, 'A request failed'))
  const beginning = `${CLOCK} error: A request failed (path: /)\nError: no such table\n    at `
  expect(line.slice(0, beginning.length)).toBe(beginning)
  expect(line).toContain('locked')
  expect(line).not.toContain('"stack"')
  expect(logged((log) => log.error({ err: 'thrown words' }, 'Failed'))).toEqual([
    `${CLOCK} error: Failed (err: thrown words)\n`,
  ])
})

test('What a client sent stays on its line and can’t control the terminal', () => {
  const url = '/a\n\u001b[2Jb\u009bc\u202ed'
  const [line = ''] = logged((log) => log.info({ url, nothing: null }, 'answered'))
  const shown = '/a\\u000a\\u001b[2Jb\\u009bc\\u202ed'
  expect(line).toBe(`${CLOCK} answered (url: ${shown}, nothing: null)\n`)
  const [failed = ''] = logged((log) => log.error({ err: new Error(url) }, 'Failed'))
  expect(failed.replaceAll('\n', '')).not.toMatch(/\p{C}/u)
})

test.each([
  ['/readyz', 503, 'debug'],
  ['/healthz?at=1', 400, 'debug'],
  ['/readyz/x', 404, 'info'],
  ['/articles/no', 404, 'info'],
  ['/', 500, 'error'],
  ['/', 200, 'debug'],
])('An answer to %s with %i is logged at %s', (url, status, level) => {
  const req = new IncomingMessage(new Socket())
  Object.assign(req, { method: 'GET', url })
  const res = new ServerResponse(req)
  res.statusCode = status
  const levels: string[] = []
  const log = pino(
    { level: 'debug', base: null },
    { write: (line: string) => levels.push(pino.levels.labels[JSON.parse(line).level] ?? '') },
  )
  logAnswer(log, req, res)
  expect(levels).toEqual([level])
})
