import type { Page } from '@playwright/test'
import { writeEveryPaper } from './every-paper'
import { type OwnServer, postComment, postForm, startOwnServer } from './own-server'
import { ADMIN_TOKEN } from './sites'

/** A type of page, and how a reader or an editor gets there. */
export type PageType = { name: string; open: (page: Page) => Promise<unknown> }

/** A paper with a page of every type, and a list of them all. Stop the server when you are done. */
export async function startEveryPage(): Promise<{ server: OwnServer; types: PageType[] }> {
  const server = await startOwnServer({ CONTENT_DIR: await writeEveryPaper() })
  const { url } = server
  const posted = await postComment(server, STORY, 'Ida', 'I think *so*, too.\n\n> And the wall?')
  const id = /comment-([\w-]+)|\/c\/([\w-]+)/.exec(posted.headers.get('location') ?? '')
  const first = id?.[1] ?? id?.[2] ?? ''
  const answer = { article: STORY, author: 'Bo', comment: 'In spring.', comment_parent: first }
  await postForm(server, '/api/comments', answer)
  const held = await postComment(server, STORY, 'Cy', 'See https://example.org for more.')
  const own = held.headers.get('location') ?? ''
  const sentence = 'The council of Basin Town decided on Tuesday'
  const report = { on: 'key-points', article: STORY, sentence, text: 'It was Monday.' }
  await postForm(server, '/api/reports', report)
  const at = (name: string, address: string): PageType => ({
    name,
    open: (page) => page.goto(url + address),
  })
  const queue = (name: string, list: string): PageType => ({
    name,
    open: async (page) => {
      await signIn(page, url)
      await page.goto(`${url}/moderate${list}`)
    },
  })
  const types = [
    ...ADDRESSES.map(([name, address]) => at(name, address)),
    at('the form of a reply', `/articles/${STORY}?replytocom=${first}#respond`),
    at('the comment for its writer', own),
    { name: 'a refused comment', open: (page: Page) => refuse(page, url) },
    at('signing in', '/moderate'),
    queue('the queue', ''),
    queue('what was published', '?show=approved'),
    queue('what was rejected', '?show=rejected'),
    queue('mistakes', '?show=mistakes'),
    queue('what was done', '?show=trail'),
    { name: 'the state of the site', open: (page: Page) => status(page, url) },
  ]
  return { server, types }
}

const STORY = 'harbour-wall'

const ADDRESSES: readonly (readonly [name: string, address: string])[] = [
  ['the front page', '/'],
  ['its second page', '/page/2'],
  ['a story with a picture', `/articles/${STORY}`],
  ['a story with a portrait', '/articles/portrait'],
  ['a story with everything', '/articles/everything'],
  ['an interview', '/articles/interview'],
  ['an opinion', '/articles/column'],
  ['a sponsored story', '/articles/sponsored'],
  ['an old story', '/articles/old'],
  ['a story in Japanese', '/articles/japanese'],
  ['a story in Arabic', '/articles/arabic'],
  ['a story in Hindi', '/articles/hindi'],
  ['a withdrawn story', '/articles/forged'],
  ['the history of a story', `/articles/${STORY}/history`],
  ['a section', '/sections/world'],
  ['the sections', '/sections'],
  ['an author', '/authors/ann-lee'],
  ['the authors', '/authors'],
  ['a tag', '/tags/harbour'],
  ['the tags', '/tags'],
  ['the tags by use', '/tags?by=use'],
  ['a source', '/sources/harbour-wire'],
  ['a search', '/search?q=wall'],
  ['a search that finds nothing', '/search?q=wombat'],
  ['a question', '/ask?q=Who+is+the+mayor%3F'],
  ['how answers are made', '/about/ai'],
  ['the archive', '/archive'],
  ['a year of the archive', `/archive/${new Date().getUTCFullYear()}`],
  ['a month of the archive', '/archive/2019/05'],
  ['a day of the archive', '/archive/2019/05/01'],
  ['corrections', '/corrections'],
  ['feeds', '/feeds'],
  ['a plain page', '/about'],
  ['a mistake', `/report?on=key-points&article=${STORY}`],
  ['a page that is not there', '/articles/no-such-story'],
]

async function signIn(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/moderate`)
  const token = page.locator('input[type="password"]')
  if ((await token.count()) === 0) return
  await token.fill(ADMIN_TOKEN)
  await token.press('Enter')
  await page.locator('input[type="password"]').waitFor({ state: 'detached' })
}

/** Posts a comment without a name, as a browser without script does. */
async function refuse(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/articles/${STORY}`)
  await page.locator('form textarea[name="comment"]').fill('Words worth keeping.')
  await page.locator('form input[name="author"]').fill('x'.repeat(61))
  await page.locator('form button[type="submit"]', { hasText: /comment/i }).click()
  await page.getByText('This name is too long').waitFor()
}

async function status(page: Page, url: string): Promise<void> {
  const authorization = `Basic ${Buffer.from(`editor:${ADMIN_TOKEN}`).toString('base64')}`
  await page.setExtraHTTPHeaders({ authorization })
  await page.goto(`${url}/status`)
  await page.setExtraHTTPHeaders({})
}
