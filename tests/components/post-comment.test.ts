import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import '@/components/elements/post-comment'

/** What the element needs of the server's answers; the journeys in Chromium use real ones. */
type Answer = { html: string; url?: string }
let answers: (Answer | Error)[] = []
const sent: string[] = []

beforeEach(() => {
  answers = []
  sent.length = 0
  vi.stubGlobal('fetch', async (_url: string, { body }: { body: URLSearchParams }) => {
    sent.push(String(body))
    const answer = answers.shift()
    if (answer === undefined || answer instanceof Error) throw answer ?? new Error('unexpected')
    const { html, url } = answer
    return { redirected: url !== undefined, url: url ?? '', text: async () => html }
  })
  document.body.innerHTML = `<section id="comments"><h2>Comments</h2><post-comment data-unsent="This could not be sent. Please try again.">
    <form action="/api/comments"><input name="author" id="comment-name" value="Ann">
    <textarea name="comment" id="comment-text">Words</textarea><button>Post</button></form>
  </post-comment></section>`
})
afterEach(() => vi.unstubAllGlobals())

const said = () =>
  document.querySelector('post-comment')?.shadowRoot?.querySelector('[role=status]')

async function submit() {
  document
    .querySelector('form')
    ?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }))
  await vi.waitFor(() => expect(document.querySelector('[aria-busy=true]')).toBeNull())
}

test('A comment that waits is thanked for in a live region, with its secret link, and the form is empty again', async () => {
  answers = [
    {
      html: '<p role="status">Thank you. <a href="/c/1">Save this link</a>: once.</p>',
      url: 'http://x/c/1/yours?key=k',
    },
  ]
  const field = document.querySelector('textarea')
  if (field) field.value = 'Typed'
  await submit()
  expect(sent).toEqual(['author=Ann&comment=Typed'])
  expect(said()?.textContent).toBe('Thank you. Save this link: once.')
  expect(said()?.querySelector('a')?.href).toBe('http://x/c/1/yours?key=k')
  expect(field?.value).toBe('Words')
})

test('One that is published is on the page, and the focus is on what says so', async () => {
  const html =
    '<section id="comments"><h2>1 comment</h2><p role="status">It is published.</p></section>'
  answers = [{ html, url: 'http://x/articles/nato?mine=1.k' }]
  await submit()
  expect(document.querySelector('h2')?.textContent).toBe('1 comment')
  expect(document.activeElement?.textContent).toBe('It is published.')
})

test('What is new on the page brings its styles along', async () => {
  const html =
    '<style>.name{color:red}</style><section id="comments"><p role="status">It is published.</p></section>'
  answers = [{ html, url: 'http://x/articles/nato?mine=1.k' }]
  const before = document.adoptedStyleSheets.length
  await submit()
  const adopted = document.adoptedStyleSheets.slice(before)
  expect(adopted.flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText))).toEqual([
    expect.stringMatching(/\.name ?\{ ?color: ?red;? ?\}/),
  ])
})

test('What is wrong is said, the focus is where it is, and the text stays', async () => {
  const html =
    '<form><textarea id="comment-text" aria-invalid="true"></textarea><p id="comment-text-problem">Too long.</p></form>'
  answers = [{ html }]
  await submit()
  expect(said()?.textContent).toBe('Too long.')
  expect(document.activeElement?.id).toBe('comment-text')
  expect(document.querySelector('textarea')?.value).toBe('Words')
})

test('Without a connection it says so, and the text stays', async () => {
  answers = [new TypeError('Failed to fetch')]
  await submit()
  expect(said()?.textContent).toMatch(/could not be sent/)
  expect(document.querySelector('textarea')?.value).toBe('Words')
})

test('An answer with something else to do is shown as a page', async () => {
  answers = [{ html: '<h1>Post this comment?</h1>' }]
  const native = vi.spyOn(HTMLFormElement.prototype, 'submit').mockReturnValue()
  await submit()
  expect(native).toHaveBeenCalledOnce()
})
