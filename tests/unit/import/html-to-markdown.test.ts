import fc from 'fast-check'
import { expect, test } from 'vitest'
import { escapeText } from '@/lib/import/html/escape-html'
import { htmlToMarkdown } from '@/lib/import/html/html-to-markdown'
import { Marks } from '@/lib/import/html/marks'
import { plainText } from '@/lib/markdown/plain-text'
import { runs } from '../../support/runs'

const convert = (html: string) => {
  const marks = new Marks()
  const picture = (address: string) => ({ src: `media/${address}` })
  const made = htmlToMarkdown(html, { marks, picture, link: (href) => ({ href }) })
  return marks.take(made).text
}

test.each([
  ['<b>„Wort“</b>n', '<b>„Wort“</b>n'],
  ['a<b>b</b>c', 'a**b**c'],
  ['<b> a </b>b', ' **a** b'.trim()],
  ['<strong><b>a</b></strong>', '**a**'],
  ['日本<b>「語」</b>と', '日本<b>「語」</b>と'],
  ['1 &lt; 2 &amp;amp; &lt;b&gt;', '1 < 2 \\&amp; \\<b>'],
  ['https://a.example/x_y_z and x_y', 'https://a.example/x_y_z and x\\_y'],
  ['<h1>A<br>b</h1>', '## A b'],
  ['<table><tr><td>only</td></tr></table>', 'only'],
  [
    '<table><tr><th>A|b</th><th>C</th></tr><tr><td>1<br>2</td><td></td></tr></table>',
    '| A\\|b | C |\n| --- | --- |\n| 1<br>2 |  |',
  ],
  [
    '<pre><code class="language-js">a\n\n\nb ```\n```</code></pre>',
    '````js\na\n\n\nb ```\n```\n````',
  ],
  [
    '<ol start="3"><li>a<ul><li>b</li></ul></li><li><p>c</p><p>d</p></li></ol>',
    '3. a\n\n   - b\n4. c\n\n   d',
  ],
  ['<img src="a b(1).png" alt="x]y" >', '![x\\]y](media/a%20b%281%29.png)'],
  ['<a href="big.png"><img src="a.png" alt="x"></a>', '![x](media/a.png)'],
  ['<img src="c.gif" width="1" height="1">', ''],
  ['<a name="x"></a>word<a href="#"></a>', 'word'],
  ['H<sub onclick="x()" title="t">2</sub>O', 'H<sub title="t">2</sub>O'],
  ['<iframe src="https://player.vimeo.com/video/12?h=1"></iframe>', 'https://vimeo.com/12'],
  ['<blockquote><p>a</p><cite>Ann</cite></blockquote>', '> a\n>\n> — Ann'],
])('the HTML %j is the Markdown %j', (html, markdown) => {
  expect(convert(html)).toBe(markdown)
})

test('whatever a paragraph says, the article says too', () => {
  const word = fc.stringMatching(/^[a-zé\d_*`~[\]()<>&!#|\\.:;"'/-]{1,8}$/)
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 8 }), (words) => {
      const text = words.join(' ')
      expect(plainText(convert(`<p>${escapeText(text)}</p>`))).toBe(text)
    }),
    { numRuns: runs(300) },
  )
})
