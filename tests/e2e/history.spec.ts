import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { freePort } from '../support/free-port'
import { expectSound, expectToFit } from './axe'
import { type OwnServer, startOwnServer } from './own-server'
import { urlOf } from './sites'

const port = await freePort()
const url = `http://localhost:${port}`
const history = '/articles/harbour-wall/history'

// One server and one repository, which the last journey changes.
test.describe.configure({ mode: 'serial' })
test.use({ baseURL: url })

let folder: string
let server: OwnServer

function git(time: string, ...args: string[]): string {
  const who = { GIT_AUTHOR_NAME: 'Ann', GIT_AUTHOR_EMAIL: 'a@b', GIT_COMMITTER_NAME: 'Ann' }
  const when = { GIT_AUTHOR_DATE: time, GIT_COMMITTER_DATE: time, GIT_COMMITTER_EMAIL: 'a@b' }
  const env = { ...process.env, ...who, ...when }
  return execFileSync('git', args, { cwd: folder, encoding: 'utf8', env }).trim()
}

function commit(day: number, subject: string): string {
  const time = `2025-06-${String(day).padStart(2, '0')}T09:30:00Z`
  git(time, 'add', '-A')
  git(time, 'commit', '-q', '-m', subject)
  return git(time, 'rev-parse', 'HEAD')
}

function write(text: string, more = ''): void {
  writeFileSync(
    path.join(folder, 'content/articles/harbour-wall.md'),
    `---\ntitle: Harbour wall to be rebuilt\ndate: 2025-06-01\n${more}---\n\n${text}\n`,
  )
}

function writeSite(more = ''): void {
  const site = 'name: Harbour News\ndescription: From the harbour.\nlang: en\ntimeZone: UTC\n'
  writeFileSync(path.join(folder, 'content/site.yaml'), site + more)
}

const first = 'The wall will be rebuilt before spring, the city said on Monday.'
const second = 'The wall will be rebuilt before summer, the city said on Monday.'

/** Words that were only ever in a draft, a withheld version, or an unfinished branch. */
const secrets = ['drafted-secret', 'withheld-secret', 'branch-secret']

test.beforeAll(async () => {
  // Stops a test that hangs: a server starts here, and may have to wait for its turn.
  test.setTimeout(240_000)
  folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-history-'))
  mkdirSync(path.join(folder, 'content/articles'), { recursive: true })
  git('2025-06-01T00:00:00Z', 'init', '-q', '-b', 'main')
  writeSite()
  write(`${first} drafted-secret`, 'draft: true\n')
  commit(2, 'Draft with drafted-secret')
  write(first)
  commit(3, 'Publish the harbour wall')
  write(`${first} withheld-secret`)
  const withheld = commit(4, 'Name withheld-secret')
  git('2025-06-05T00:00:00Z', 'checkout', '-q', '-b', 'edit')
  write(`${first} branch-secret`)
  commit(5, 'Begin branch-secret')
  write(second)
  commit(6, 'Finish branch-secret')
  git('2025-06-07T00:00:00Z', 'checkout', '-q', 'main')
  git('2025-06-07T09:30:00Z', 'merge', '-q', '--no-ff', '-m', 'Correct the season', 'edit')
  write(second, 'corrections: [{ date: 2025-06-08, text: It is summer and not spring. }]\n')
  commit(8, 'Add the correction')
  writeSite(`history:\n  withhold: ['${withheld.slice(0, 12)}']\n`)
  commit(9, 'Withhold a version')
  server = await startOwnServer({
    PORT: String(port),
    CONTENT_DIR: path.join(folder, 'content'),
    LOG_LEVEL: 'warn',
  })
  await expect
    .poll(() => textAt(`${url}${history}`), { timeout: 180_000 })
    .toContain('Publish the harbour wall')
})

test.afterAll(async () => {
  await server?.stop()
  rmSync(folder, { recursive: true, force: true })
})

async function textAt(address: string): Promise<string> {
  try {
    return await (await fetch(address)).text()
  } catch {
    return ''
  }
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(`with script ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled })

    test('a reader sees what changed, newest first, and can read an earlier version in full', async ({
      page,
    }) => {
      await page.goto(history)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Harbour wall to be rebuilt')
      const versions = page.getByRole('main').locator('ol > li')
      await expect(versions).toHaveCount(3)
      await expect(versions.nth(0)).toContainText('Add the correction')
      await expect(versions.nth(1)).toContainText('Correct the season')
      await expect(versions.nth(1).getByRole('heading')).toHaveText('7 June 2025, 09:30 UTC')
      await expect(versions.nth(1).locator('del')).toHaveText('[removed: spring,]')
      await expect(versions.nth(1).locator('ins')).toHaveText('[added: summer,]')
      await expect(versions.nth(2)).toContainText('The first version on record.')

      await versions.nth(2).getByRole('link').click()
      await expect(page).toHaveURL(/\/history\/[0-9a-f]{12}$/)
      await expect(page.getByText(first)).toBeVisible()
      await page.getByRole('link', { name: 'Newer version' }).click()
      await expect(page.locator('ins')).toHaveText('[added: summer,]')
      await page.getByRole('link', { name: 'The article as it is now' }).click()
      await expect(page).toHaveURL('/articles/harbour-wall')
      await expect(page.getByText('Updated 8 June 2025')).toBeVisible()
      await page.getByRole('link', { name: 'What changed', exact: true }).click()
      await expect(page.locator('ins')).toHaveText('[added: It is summer and not spring.]')
    })

    test('a reader finds the site’s corrections and updates on one page', async ({ page }) => {
      await page.goto('/corrections')
      const notices = page.getByRole('main').getByRole('article')
      await expect(notices).toHaveCount(3)
      await expect(notices.nth(0)).toContainText('Add the correction')
      await expect(notices.nth(1)).toContainText('It is summer and not spring.')
      await expect(notices.nth(2)).toContainText('Correct the season')
      await notices
        .nth(2)
        .getByRole('link', { name: /^What changed in/ })
        .click()
      await expect(page.locator('del')).toHaveText('[removed: spring,]')
    })
  })
}

test('no response contains what was only in a draft, a withheld or an unfinished version', async ({
  request,
}) => {
  const commits = git('2025-06-09T00:00:00Z', 'log', '--all', '--format=%H').split('\n')
  const versions = commits.map((each) => `${history}/${each.slice(0, 12)}`)
  const addresses = [history, ...versions, '/corrections', '/articles/harbour-wall', '/']
  const statuses = new Set<number>()
  for (const address of addresses) {
    const reply = await request.get(address)
    statuses.add(reply.status())
    const said = `${JSON.stringify(reply.headers())} ${await reply.text()}`
    for (const secret of secrets) expect(said, address).not.toContain(secret)
  }
  expect(statuses).toEqual(new Set([200, 404]))
})

test('the history of an article that doesn’t exist is a 404', async ({ request }) => {
  for (const address of [
    '/articles/no-such/history',
    `${history}/000000000000`,
    '/corrections?page=9',
  ]) {
    expect((await request.get(address)).status(), address).toBe(404)
  }
})

test('without git, pages say that the history isn’t known, and invent nothing', async ({
  page,
}) => {
  const site = urlOf('long')
  await page.goto(`${site}/`)
  const story = page
    .getByRole('main')
    .getByRole('article')
    .getByRole('heading')
    .getByRole('link')
    .first()
  const address = await story.getAttribute('href')
  await page.goto(`${site}${address}/history`)
  await expect(page.getByText('The history of this article isn’t available here.')).toBeVisible()
  await expect(page.getByRole('main').locator('time')).toHaveCount(0)
  await page.goto(`${site}${address}`)
  await expect(page.getByText(/^Updated/)).toHaveCount(0)
  await page.goto(`${site}/corrections`)
  await expect(page.getByText('Which words changed otherwise isn’t known here.')).toBeVisible()
})

test('the history, a version and the corrections fit their windows, and axe finds nothing on the version', async ({
  page,
}) => {
  for (const address of [history, '/corrections']) {
    await page.goto(address)
    await expectToFit(page, [320, 1440])
  }
  await page.goto(history)
  await page.getByRole('main').locator('ol > li').nth(1).getByRole('link').click()
  await expect(page.locator('ins')).toBeVisible()
  await expectSound(page, [320, 1440])
})

test('a commit soon appears on the page, and a rewritten line removes its version again', async ({
  page,
}) => {
  // Stops a test that hangs: on a busy machine each of the two readings has to wait for its turn.
  test.setTimeout(300_000)
  write(second.replace('city', 'mayor'))
  commit(10, 'Name who said it')
  const versions = page.getByRole('main').locator('ol > li')
  await expect(async () => {
    await page.goto(history)
    await expect(versions).toHaveCount(4, { timeout: 1_000 })
  }).toPass({ timeout: 140_000 })
  await expect(versions.nth(0).locator('ins')).toHaveText('[added: mayor]')
  git('2025-06-11T00:00:00Z', 'reset', '-q', '--hard', 'HEAD~1')
  await expect(async () => {
    await page.goto(history)
    await expect(versions).toHaveCount(3, { timeout: 1_000 })
  }).toPass({ timeout: 140_000 })
})
