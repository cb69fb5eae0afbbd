import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { type OwnServer, startOwnServer } from './own-server'

let server: OwnServer

/** Articles so long that finding an answer takes longer than rendering its page. */
function writeLongArticles(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-crowd-'))
  mkdirSync(path.join(folder, 'articles'))
  writeFileSync(path.join(folder, 'site.yaml'), 'name: Crowd\nlang: en\ntimeZone: UTC\n')
  const sentence = (n: number, i: number) =>
    `In the year ${1000 + i} the harbour of town ${n} was closed because of storm ${n * i}.`
  for (let n = 0; n < 60; n++) {
    const body = Array.from({ length: 100 }, (_, i) => sentence(n, i)).join('\n\n')
    const head = `---\ntitle: Harbour ${n}\ndate: 2025-06-${10 + (n % 10)}\n---\n\n`
    writeFileSync(path.join(folder, 'articles', `harbour-${n}.md`), head + body)
  }
  return folder
}

test.describe.configure({ mode: 'serial' })

test.beforeAll(async () => {
  server = await startOwnServer({ CONTENT_DIR: writeLongArticles() })
})
test.afterAll(() => server.stop())

/** More than may wait, each with different words. */
const CROWD = 300

const crowd = (address: (n: number) => string) =>
  Array.from({ length: CROWD }, (_, n) => fetch(`${server.url}${address(n)}`))

for (const [what, address] of [
  ['question', (n: number) => `/ask?q=${encodeURIComponent(`Why was harbour ${n} closed?`)}`],
  ['search', (n: number) => `/search?q=${encodeURIComponent(`harbour closed ${n}`)}`],
] as const) {
  test(`a ${what} too many gets a 503 that keeps it and says when to try again`, async ({
    page,
  }) => {
    const front = await (await fetch(server.url)).text()
    const asked = crowd(address)
    let waiting = CROWD
    for (const each of asked) void each.then(() => waiting--)
    // Cached pages are still answered while the crowd waits.
    expect(await (await fetch(server.url)).text()).toBe(front)
    expect(waiting).toBeGreaterThan(0)
    const answers = await Promise.all(asked)
    const refused = answers.filter(({ status }) => status === 503)
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(40)
    expect(refused.length).toBeGreaterThan(0)
    for (const answer of refused) {
      expect(answer.headers.get('retry-after')).toBe('2')
      expect(answer.headers.get('cache-control')).toBe('private, no-store')
      const asking = new URL(answer.url).searchParams.get('q') ?? ''
      const html = await answer.text()
      expect(html).toContain(`value="${asking}"`)
      expect(html).toMatch(/Many readers are (?:asking|searching) just now/)
      expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
    }
    // No refusal was cached: the same address is answered now.
    await page.goto(refused[0]?.url ?? '')
    await expect(page.getByText('Many readers are')).toHaveCount(0)
    await expect(page.locator('input[name="q"]').last()).toHaveValue(/\d/)
  })
}
