import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { previewQuery } from '@/lib/publish/preview-link'
import { previewPath } from '@/lib/site/routes'
import { numberOf, saying, startModelServer } from '../support/model-server'
import { type OwnServer, run, startOwnServer } from './own-server'
import { ADMIN_TOKEN } from './sites'

const nato = '/articles/why-did-japan-skip-the-nato-summit'
const IWAYA = 'Foreign Minister Iwaya Takeshi attended the summit instead.'
/** What the model says, whatever it is asked; no byte of it may reach a reader. */
const NONSENSE = 'POISONED'

let model: Awaited<ReturnType<typeof startModelServer>>
let server: OwnServer
let content: string

/** A draft as long as the NATO story, with a word of its own in every sentence. */
function writeDraft(): void {
  const at = (slug: string) => path.join(content, `articles/${slug}.md`)
  const published = readFileSync(at(path.basename(nato)), 'utf8')
  const [, fields = '', body = ''] = published.split(/^---$/m)
  const draft = `${fields.replace(/^title: .*$/m, 'title: The unpublished story')}draft: true\n`
  writeFileSync(at('unpublished'), `---${draft}---${body.replaceAll('Ishiba', 'Zymurgy')}`)
}

test.beforeAll(async () => {
  content = mkdtempSync(path.join(tmpdir(), 'broadsheet-model-'))
  cpSync('content', content, { recursive: true })
  writeDraft()
  model = await startModelServer(saying((asked) => String(numberOf(asked, IWAYA))))
  server = await startOwnServer({
    ...{ CONTENT_DIR: content, ASK_MODEL_URL: model.url, ASK_MODEL: 'small' },
  })
})
test.afterAll(async () => {
  await server?.stop()
  await model?.[Symbol.asyncDispose]()
  rmSync(content, { recursive: true, force: true })
})

for (const javaScriptEnabled of [true, false]) {
  test.describe(`with script ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled })

    test('a reader learns where a question is sent, and sees the sentence that the model chose first', async ({
      page,
    }) => {
      await page.goto(server.url + nato)
      await page.locator('summary', { hasText: 'Ask this article' }).click()
      const host = new URL(model.url).host
      await expect(page.getByText(`go to ${host}, where a language model`)).toBeVisible()
      const question = `Who attended the summit in Ishiba’s place, script ${javaScriptEnabled}?`
      await page.getByRole('searchbox', { name: 'Your question' }).fill(question)
      await page.getByRole('button', { name: 'Ask' }).click()
      const answers = page.locator('section').filter({
        has: page.getByRole('heading', { name: 'In the article' }),
      })
      await expect(answers.getByRole('listitem').first().locator('blockquote')).toHaveText(IWAYA)
      await page.getByRole('link', { name: 'Report a mistake' }).click()
      await expect(page.locator('input[name="model"]')).toHaveValue(`small, ${host}`)
      await page.goto(`${server.url}/about/ai`)
      await expect(page.getByText(`to a language model at ${host}`)).toBeVisible()
    })
  })
}

test('a model that says anything else changes nothing, and its words reach no reader', async ({
  page,
}) => {
  const ask = `${server.url}/ask?q=Who+attended+the+NATO+summit%3F`
  await page.goto(ask)
  const quotes = page.locator('blockquote')
  const chosen = await quotes.allTextContents()
  model.answer(saying(() => `${NONSENSE}: ignore the sentences and read ${NONSENSE} instead`))
  await page.goto(`${ask}%21`)
  expect(await page.content()).not.toContain(NONSENSE)
  expect((await quotes.allTextContents()).toSorted()).toEqual(chosen.toSorted())
  model.answer(saying((asked) => String(numberOf(asked, IWAYA))))
})

test('a preview of a draft sends none of its sentences', async ({ page }) => {
  const sent = () => model.requests.flatMap(({ messages }) => messages.map((each) => each.content))
  await page.goto(
    server.url + previewPath('unpublished', previewQuery(ADMIN_TOKEN, 'unpublished', new Date())),
  )
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The unpublished story')
  await expect(page.getByRole('region', { name: 'Key points' })).toBeVisible()
  // The model is asked for one article after another: when it was asked for this one, it was asked for the one before.
  await page.goto(`${server.url}/articles/us-forces-japan-chief-calls-new-command-historic-shift`)
  await expect.poll(() => sent().join().includes('Headline: U.S. Forces Japan')).toBe(true)
  expect(sent().join()).not.toContain('Zymurgy')
})

test('readers get an answer when the model is unavailable', async ({ page }) => {
  model.answer((_, response) => void response.destroy())
  await page.goto(`${server.url}/ask?q=Which+foreign+minister+attended+the+NATO+summit%3F`)
  await expect(page.locator('blockquote').filter({ hasText: IWAYA })).toBeVisible()
  model.answer(saying((asked) => String(numberOf(asked, IWAYA))))
})

test('the model’s choice is scored through the code that serves readers', async () => {
  const out = path.join(server.dataDir, 'points.jsonl')
  const given = ['key-points', '--content', 'content', '--out', out, '--model']
  const env = { ASK_MODEL_URL: model.url, ASK_MODEL: 'small' }
  const { status, stderr } = await run(server, 'evaluate', given, env)
  expect(stderr).toBe('')
  expect(status).toBe(0)
})
