import { expect, type Locator, type Page, test } from '@playwright/test'
import { Parser } from 'htmlparser2'
import { directionOf } from '@/lib/language/direction'
import { en } from '@/lib/words/en'
import { wordsOf } from '@/lib/words/words'
import { findings } from './axe'
import { type ForeignPaper, PAPERS, writePaper } from './foreign-papers'
import { type OwnServer, postComment, startOwnServer } from './own-server'

const textsOf = (value: object): string[] =>
  Object.values(value).flatMap((inner) => {
    if (typeof inner === 'string') return [inner]
    return typeof inner === 'object' && inner !== null ? textsOf(inner) : []
  })

/** The pieces between a text's placeholders that contain a word. */
const piecesOf = (texts: readonly string[]) =>
  texts.flatMap((text) =>
    text.split(/\{\w+\}/).flatMap((piece) => (/\p{L}{4}/u.test(piece) ? [piece.trim()] : [])),
  )

/** The English pieces that no text of this language also has, as German has "Feeds". */
function foreignTo(lang: string): RegExp[] {
  const own = textsOf(wordsOf({ lang })).join('\n')
  return [...new Set(piecesOf(textsOf(en)))]
    .filter((piece) => !own.includes(piece))
    .map(
      (piece) =>
        new RegExp(`(?<!\\p{L})${piece.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}(?!\\p{L})`, 'u'),
    )
}

const SPOKEN = new Set(['aria-label', 'title', 'placeholder', 'alt', 'content', 'value'])

/** Every text in a document that a reader or a program meets: its words, and those of its attributes. */
function wordsIn(html: string): string {
  const texts: string[] = []
  let hidden = 0
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (name === 'style' || name === 'script') hidden++
        for (const [key, value] of Object.entries(attributes))
          if (SPOKEN.has(key) || (key.startsWith('data-') && key !== 'data-time-zone'))
            texts.push(value)
      },
      ontext: (text) => void (hidden === 0 && texts.push(text)),
      onclosetag: (name) => void ((name === 'style' || name === 'script') && hidden--),
    },
    { decodeEntities: true },
  )
  parser.end(html)
  return texts.join('\n')
}

/** The texts of an answer, without addresses and without the names of JSON and XML. */
function textOf(body: string, type: string): string {
  const texts = type.startsWith('text/html')
    ? wordsIn(body)
    : type.includes('json')
      ? textsOf(JSON.parse(body)).join('\n')
      : body.replace(/<[^>]*>/g, '\n')
  return texts.replace(/(?:https?:\/)?\/[\w./?=&%#:-]+/g, ' ')
}

const pathsOf = (paper: ForeignPaper) => [
  ...['/', '/page/2', '/articles/main', '/articles/second', '/articles/gone', '/imprint'],
  ...['/articles/main/history', '/corrections', '/sections', '/tags', '/tags?by=use', '/authors'],
  ...[`/sections/${paper.section}`, `/tags/${paper.tag}`, `/authors/${paper.author}`],
  ...[`/sources/${paper.source}`, '/archive', '/archive/2025', '/archive/2026/11/01'],
  ...['/search', `/search?q=${paper.found}`, `/search?q=${paper.notFound}`, '/search?q=%20%22'],
  ...['/ask', `/ask?q=${paper.found}&article=main`, '/about/ai', '/feeds', '/nowhere'],
  ...['/report?on=key-points&article=main', '/report?sent=1&article=main', '/moderate'],
  ...['/feed.xml', '/atom.xml', '/feed.json', '/corrections/feed.xml', '/feed-words.css'],
  ...['/articles/main/comments.xml', '/articles/gone.md', '/opensearch.xml'],
  `/api/suggest?q=${paper.tag}`,
]

/** The words that scripts add, including those in shadow roots. */
const shownWords = (page: Page) =>
  page.evaluate(() => {
    const all = (root: Document | ShadowRoot): string[] =>
      [...root.querySelectorAll('*')].flatMap((each) => [
        each.getAttribute('aria-label') ?? '',
        ...(each.shadowRoot ? [each.shadowRoot.textContent ?? '', ...all(each.shadowRoot)] : []),
      ])
    return all(document).join('\n')
  })

for (const paper of PAPERS) {
  test.describe(`a paper in ${paper.lang}`, () => {
    let server: OwnServer
    test.beforeAll(async () => {
      server = await startOwnServer({ CONTENT_DIR: writePaper(paper) })
    })
    test.afterAll(() => server.stop())

    test('says nothing in English', async ({ page }) => {
      const english = foreignTo(paper.lang)
      const found: string[] = []
      const look = (where: string, text: string) => {
        for (const piece of english) if (piece.test(text)) found.push(`${where}: ${piece.source}`)
        const left = /\{(?:name|names|count|title|time|date|page|pages|site|query)\}/.exec(text)
        if (left) found.push(`${where}: ${left[0]} was not filled in`)
      }
      const posted = await postComment(server, 'main', paper.author, paper.comment)
      expect(posted.status).toBe(303)
      for (const path of pathsOf(paper)) {
        const reply = await fetch(server.url + encodeURI(path).replaceAll('%25', '%'))
        const text = await reply.text()
        expect(text, path).not.toBe('')
        const type = reply.headers.get('content-type') ?? ''
        look(path, textOf(text, type))
        if (type.startsWith('text/html'))
          expect(text, path).toContain(
            `<html lang="${paper.lang}" dir="${directionOf(paper.lang)}"`,
          )
      }
      const empty = await postComment(server, 'main', '', '')
      expect(empty.status).toBe(422)
      look('an empty comment', textOf(await empty.text(), 'text/html'))
      const waits = await postComment(server, 'main', paper.author, `${paper.comment} example.org/`)
      const own = await fetch(server.url + (waits.headers.get('location') ?? ''))
      look('a comment that waits', textOf(await own.text(), 'text/html'))
      await page.goto(`${server.url}/articles/main`)
      const { settings } = wordsOf(paper).elements
      await page.getByRole('button', { name: settings }).click()
      await expect(page.getByRole('radio')).toHaveCount(6)
      look('scripts', await shownWords(page))
      expect(found).toEqual([])
      expect(await findings(page)).toEqual([])
    })
  })
}

test('a paper in a language without a table says so: its frame is English, what it printed is its own', async ({
  page,
}) => {
  const [, , german] = PAPERS
  if (german === undefined) throw new Error('no paper')
  const server = await startOwnServer({ CONTENT_DIR: writePaper({ ...german, lang: 'sv' }) })
  try {
    await page.goto(`${server.url}/articles/main`)
    const langOf = (element: Locator) =>
      element.first().evaluate((found) => found.closest('[lang]')?.getAttribute('lang'))
    await expect(page.locator('html')).toHaveAttribute('lang', 'sv')
    const words = { sv: german.section, en: en.site.frontPage }
    for (const [lang, name] of Object.entries(words))
      expect(await langOf(page.getByRole('banner').getByRole('link', { name, exact: true }))).toBe(
        lang,
      )
    expect(await langOf(page.getByRole('heading', { level: 1 }))).toBe('sv')
    expect(await langOf(page.getByText(german.sentences[0] ?? ''))).toBe('sv')
    expect(await langOf(page.getByRole('article').locator('time').first())).toBe('sv')
    expect(await langOf(page.getByText(en.article.howChosen).first())).toBe('en')
    expect(await langOf(page.getByRole('heading', { name: en.comments.title }))).toBe('en')
    expect(await langOf(page.getByRole('contentinfo').getByText(german.about))).toBe('sv')
    expect(await langOf(page.getByRole('contentinfo').getByText(en.site.archive))).toBe('en')
    expect(await findings(page)).toEqual([])
  } finally {
    await server.stop()
  }
})
