import type { ChildProcess } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as z from 'zod'
import { ensureBuild } from '@/lib/server/build/build'
import { cutFlight } from '@/lib/server/pages/cut-flight'
import { listPageRoutes } from '@/lib/server/pages/page-routes'
import { shortenNames } from '@/lib/server/pages/short-names'
import { stripRuntime } from '@/lib/server/pages/strip-runtime'
import { readStyleSheets } from '@/lib/server/pages/style-sheets'
import { freePort } from '../../support/free-port'
import { startProgram } from '../../support/start-program'
import { until } from './run-server'

/**
 * What the server takes for granted about Next, and Next promises nowhere, checked in a real build served by Next itself.
 * When a test fails after an update, read the release notes of the version that the failure names.
 */
const BARE_NEXT = fileURLToPath(new URL('../../support/bare-next.ts', import.meta.url))
const SITE = fileURLToPath(new URL('../../fixtures/server/site', import.meta.url))
const require = createRequire(import.meta.url)
const { version } = z.object({ version: z.string() }).parse(require('next/package.json'))

let next: ChildProcess
let url: string
let build: string

beforeAll(async () => {
  const folder = await ensureBuild(SITE, () => {})
  build = path.join(SITE, folder)
  const port = await freePort()
  url = `http://127.0.0.1:${port}`
  next = await startProgram(BARE_NEXT, [SITE, folder, String(port)], {
    cwd: SITE,
    env: { PATH: process.env.PATH, NODE_ENV: 'production' },
  })
  await until(() => fetch(url).then(Boolean, () => false))
})

afterAll(() => {
  next.kill()
})

const since = (assumption: string) => `Next ${version} no longer does so: ${assumption}`

const pageAt = async (address: string) => {
  const reply = await fetch(url + address, { headers: { accept: 'text/html' } })
  return { reply, html: await reply.text() }
}

test('a build leaves the files that the server reads', () => {
  for (const file of ['BUILD_ID', 'static', 'server/app-paths-manifest.json'])
    expect(existsSync(path.join(build, file)), since(`it writes ${file}`)).toBe(true)
})

test('routes are those that we read from the folders of app', () => {
  const written: unknown = JSON.parse(
    readFileSync(path.join(build, 'server/app-paths-manifest.json'), 'utf8'),
  )
  const pages = Object.keys(z.record(z.string(), z.string()).parse(written))
    .filter((name) => name.endsWith('/page'))
    .map((name) => name.replace(/\/page$/, '') || '/')
    .filter((name) => !name.startsWith('/_'))
  expect(pages.sort(), since('a folder with page.tsx is a route')).toEqual(
    listPageRoutes(path.join(SITE, 'app')).sort(),
  )
})

test('a document ends with its data for the client, in scripts that can be cut off backwards', async () => {
  const { html } = await pageAt('/articles/nato')
  const whole = Buffer.from(html)
  const cut = cutFlight(whole)
  expect(html, since('flight data stands in self.__next_f.push')).toContain('self.__next_f.push(')
  expect(cut.length, since('flight data is the last of a document')).toBeLessThan(whole.length)
  expect(cut.toString(), since('all flight data but its opening stands at the end')).not.toContain(
    '<script>self.__next_f.push([1,',
  )
})

test('every script in a document is ours or known, and no boundary waits for one', async () => {
  for (const address of ['/', '/articles/nato', '/tags/tea', '/nowhere']) {
    const { html } = await pageAt(address)
    const sheets = await readStyleSheets(path.join(build, 'static'), '/_next/static/')
    const stripped = stripRuntime(html, { sheets })
    expect(stripped.problems, since(`${address} is whole without script`)).toEqual([])
    expect(stripped.html, since('all its scripts are cut out')).not.toContain('_next')
  }
})

test('metadata is in the head', async () => {
  const { html } = await pageAt('/articles/nato')
  const head = html.slice(0, html.indexOf('</head>'))
  expect(head, since('htmlLimitedBots keeps metadata in the head')).toContain(
    '<title>Story nato</title>',
  )
})

test('styles are files of the build, linked by their addresses', async () => {
  const { html } = await pageAt('/')
  const linked = [...html.matchAll(/<link rel="stylesheet" href="([^"?]+)/g)].map(([, at]) => at)
  const sheets = await readStyleSheets(path.join(build, 'static'), '/_next/static/')
  expect(linked.length, since('styles are linked')).toBeGreaterThan(0)
  for (const at of linked)
    expect([...sheets.keys()], since('styles are in .next/static')).toContain(at)
})

test('an underscore identifies classes of modules, in styles and in documents', async () => {
  const { html } = await pageAt('/')
  const sheets = await readStyleSheets(path.join(build, 'static'), '/_next/static/')
  const { classNames } = shortenNames(sheets)
  expect(classNames.size, since('classes of modules have an underscore')).toBeGreaterThan(0)
  const used = [...html.matchAll(/ class="([^"]*)"/g)].flatMap(([, names = '']) => names.split(' '))
  const known = used.filter((name) => classNames.has(name))
  expect(known.length, since('they are the same in documents')).toBeGreaterThan(0)
})

test('an unmatched address is a finished document with 404, and pages on request are never prerendered', async () => {
  const missing = await pageAt('/nowhere')
  expect(missing.reply.status).toBe(404)
  expect(missing.html, since('an unmatched address renders not-found.tsx')).toContain('</html>')
  const { reply } = await pageAt('/articles/nato')
  expect(reply.headers.get('x-nextjs-cache'), since('x-nextjs-cache tells prerendered pages')).toBe(
    null,
  )
  expect(reply.headers.get('content-type')).toMatch(/^text\/html/)
})
