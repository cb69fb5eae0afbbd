import { expect, test } from 'vitest'
import { hasLeftover, leftoversIn } from '@/lib/markdown/leftovers'
import { renderBody } from '@/lib/markdown/render-body'

const found = (body: string) =>
  leftoversIn(body).map(({ line, column, problem }) => `${line}:${column} ${problem}`)

test.each([
  ['{{< youtube abc >}}', '1:1', '{{< youtube abc >}}'],
  ['{{% notice tip %}}\nWords.\n{{% /notice %}}', '1:1', '{{% notice tip %}}'],
  ['Read [our post]({{ "/2016/first/" | url }}).', '1:17', '{{ '],
  ['See [it]({{site.url}}/a).', '1:10', '{{site.url}}'],
  ['The\n{% include a.html %} follows.', '2:1', '{% include a.html %}'],
  ['<%= render "a" %>', '1:1', '<%= render '],
  ['[caption id="a1" width="300"]A wall.[/caption]', '1:1', '[caption id='],
  ['[gallery ids="1,2"]', '1:1', '[gallery ids='],
  ['[youtube=https://youtu.example/x]', '1:1', '[youtube='],
  ['[et_pb_section bb_built="1"]', '1:1', '[et_pb_section'],
  ['[map-of-town zoom="3"]', '1:1', '[map-of-town'],
  ['Words.\n{: .lead}', '2:1', '{: .lead}'],
  ['## A heading {#its-id}', '1:14', '{#its-id}'],
  ['::: warning\nWords.\n:::', '1:1', '::: warning'],
  ['See [[other-article|the other]].', '1:5', '[[other-article|the other]]'],
  ['> A\n>\n> ![[photo.png]]', '3:3', '![[photo.png]]'],
  ['It is ==important==.', '1:7', '==important=='],
  ['Words %%for the editor%%.', '1:7', '%%for the editor%%'],
  ['> [!note] Remember\n> The body.', '1:1', '> [!note] Remember'],
  ['> [!abstract]\n> The body.', '1:1', '> [!abstract]'],
  ['A [dead](two words) link.', '1:3', '[dead](two words)'],
  ['An ![image](my photo.jpg).', '1:4', '![image](my photo.jpg)'],
  ['A claim.[^1]', '1:9', '[^1], a footnote without its text'.replace('[^1]', '"[^1]"')],
  ['A claim.\n\n[^1]: The note.', '3:1', 'a footnote [^1] to which no text refers'],
  ['Before.\n\n```js\nlet a\n\nAfter.', '3:1', 'a fence ``` that is never closed'],
  ['- item\n\n  ~~~\n  code', '3:3', 'a fence ~~~ that is never closed'],
])('%s is reported', (body, place, words) => {
  const [first = ''] = found(body)
  expect(first.split(' ')[0]).toBe(place)
  expect(first.replaceAll('\\"', '"')).toContain(words)
})

test.each([
  ['code in a sentence', 'Write `{{ this }}`, `[[that]]` or `[gallery ids="1"]`.'],
  ['code', '```liquid\n{% include a.html %}\n```\n\n    {{ indented }}\n'],
  ['a longer fence around a shorter', '````\n```\n````\n'],
  ['an empty fence', '```\n```'],
  ['a fence in a quotation', '> ```\n> a\n> ```'],
  ['our call-outs', '> [!NOTE]\n> Words.\n\n> [!tip]\n> Words.'],
  ['a sum', 'If a == b and c == d, then 100%% of it.'],
  ['quotations in brackets', 'He said “[the minister] agreed [to it]” [sic].'],
  ['a list of tasks', '- [x] done\n- [ ] open'],
  [
    'a link and its title',
    '[a](https://a.example "A title") and [b][c]\n\n[c]: https://c.example "C"',
  ],
  ['a footnote', 'A claim.[^1]\n\n[^1]: The note.'],
  ['braces', 'The set {a, b} and {x: 1}.'],
  ['a comment', '<!-- {{ nothing }} [[x]] -->\n\nWords.'],
  ['a heading underlined by ===', 'A heading\n======='],
])('%s is left alone', (_name, body) => {
  expect(found(body)).toEqual([])
})

test('a text that was never converted gets twenty warnings, in the order of its lines', () => {
  const lines = found('{{ a }} [[b]]\n\n'.repeat(30))
  expect(lines).toHaveLength(20)
  expect(lines.slice(0, 3).map((line) => line.split(' ')[0])).toEqual(['1:1', '1:9', '3:1'])
})

test.each([
  ...[
    '{{',
    '{%',
    '[[',
    '[caption ',
    '[^',
    '](',
    '](a',
    '%%a',
    '==a',
    '[a b="',
    '<%',
    '```\n',
    '> [!a',
  ],
  ...['{:', '{#a', ':::', '[a](b '],
])('a search among 100,000 × %j that never end ends', (mark) => {
  expect(hasLeftover(mark.repeat(100_000))).toBeTypeOf('boolean')
})

test.each([
  ['<p><script>x()</script></p>\n\nWords.', '<p>Words.</p>'],
  [
    '<figure><iframe src="https://a.example"></iframe><figcaption> </figcaption></figure>\n\nWords.',
    'Words',
  ],
  ['<div class="x"><div><p>&nbsp;</p><br></div></div>\n\nWords.', 'Words'],
  ['<ul><li></li><li><b></b></li></ul>\n\nWords.', 'Words'],
])('an element that was emptied leaves no shell: %s', (body) => {
  const { html } = renderBody(body, {
    imageSize: () => undefined,
    mediaUrl: (src) => src,
    idPrefix: '',
  })
  expect(html.replace(/<span id="[^"]*">|<\/span>/g, '')).toBe('<p>Words.</p>')
})

test('what says something without words stays', () => {
  const body =
    '<p>One<b> </b>two<br>three</p>\n\n<table><tr><td></td><td>4</td></tr></table>\n\n<hr>'
  const { html } = renderBody(body, { imageSize: () => undefined, mediaUrl: (src) => src })
  expect(html).toMatch(/One<b> <\/b>two<br>/)
  expect(html).toMatch(/<td><\/td>/)
  expect(html).toContain('<hr>')
})
