import { expect, test } from 'vitest'
import { renderBody } from '@/lib/markdown/render-body'

const context = { imageSize: () => undefined, mediaUrl: (src: string) => src }
/** Without the spans of sentences, which these cases aren't about. */
const set = (body: string, typeset = 'en') =>
  renderBody(body, { ...context, typeset }).html.replace(/<\/?span[^>]*>/g, '')

test.each([
  ['"Yes," he said. "It\'s *done*."', '<p>“Yes,” he said. “It’s <em>done</em>.”</p>'],
  [`The '*Times*' wrote`, '<p>The ‘<em>Times</em>’ wrote</p>'],
  ['Call `"x"--y` "so"', '<p>Call <code>"x"--y</code> “so”</p>'],
  ['<kbd>"</kbd> opens "it"', '<p><kbd>"</kbd> opens “it”</p>'],
  ['```\n"a"--b\n```', `<pre tabindex="0"><code>"a"--b\n</code></pre>`],
  [
    '"See" https://a.example/b--c?d=e...f --',
    '<p>“See” <a href="https://a.example/b--c?d=e...f" rel="noopener" translate="no">https://a.example/b--c?d=e...f</a> —</p>',
  ],
  ["- 'One'\n- it's two", '<ul>\n<li>‘One’</li>\n<li>it’s two</li>\n</ul>'],
  ['## "Talks" -- *again*', '<h2 id="h-talks-again">“Talks” — <em>again</em></h2>'],
  ['> "Open\n\nNot "closed"', '<blockquote>\n<p>“Open</p>\n</blockquote>\n<p>Not “closed”</p>'],
  ['"Oui," <i lang="fr">"Non"</i>', '<p>“Oui,” <i lang="fr">«\u00A0Non\u00A0»</i></p>'],
  ['"a"\\\n"b"', '<p>“a”<br>\n“b”</p>'],
])('%s', (body, html) => {
  expect(set(body)).toBe(html)
})

test('each paragraph is set separately, in its language', () => {
  expect(set('"Ja" -- geht\'s', 'de')).toBe('<p>„Ja“ – geht’s</p>')
})

test('sentences keep the ids and the words that were typed', () => {
  const body = `"It isn't," she said -- "not '90s". He "left".\n\n- 'One' "two".`
  const typed = renderBody(body, context)
  const shown = renderBody(body, { ...context, typeset: 'en' })
  expect(shown.sentences).toEqual(typed.sentences)
  expect(typed.html).toContain('"It isn\'t,"')
  expect(shown.html).not.toMatch(/>[^<]*["'][^<]*</)
})
