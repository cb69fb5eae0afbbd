import fc from 'fast-check'

/** Random Markdown bodies, for comparing how different parsers read them. */

const WORDS = [
  ...['One', 'two', 'three.', 'Four', 'five?', 'six!', '(', ')', '>', '=', '---', '1.', '-', '#'],
  ...['*em*', '**strong**', '_a_', 'a_b_c', '~~gone~~', '`code`', '``a`b``', '*', '_', '~', '`'],
  ...['[link](/a "t")', '[ref]', '[ref][]', '[other][ref]', '[none]', '[', ']', '](', '\\', '\\*'],
  ...['![p](p.jpg)', '![p](p.jpg "t")', '![p](https://x.example/p.jpg)', '![ref]', '!'],
  ...['&amp;', '&copy', '&#35;', '&#x0;', '<b>b</b>', '<br>', '<span title="<!-- -->">s</span>'],
  ...['<https://a.example>', '<', 'https://x.example/a_b_', 'www.x.example/_y_).', 'a_b@x.example'],
  ...['[^n]', '[^m]', '![^n]', '<!-- h -->', '<?h > h?>', '<![CDATA[h > h]]>', '<!H h>', 'a|b'],
]

const words = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 6 })
  .map((all) => all.join(' '))

/** Words that start no other block, as in a paragraph after its first line. */
const sentence = words.map((text) => `So ${text}`)

const paragraph = fc.array(sentence, { minLength: 1, maxLength: 3 }).map((all) => all.join('\n'))

const LEAVES = [
  ...['***', '# Head *line* #', 'Head\nline\n===', 'Head\n---', '<!-- h -->', '<!--\nh\n\nh\n-->'],
  ...['<?php\n\nif (h > h)\n\n?>', '<![CDATA[\nh > h\n\n]]>', '<!DOCTYPE h>', '<!-- h --> *shown*'],
  ...['<script>\nh()\n</script>', '<style>h</style>', '<iframe src="h"></iframe>'],
  ...['<div>\n*shown*\n</div>', '<div>\n\nSo *shown*.\n\n</div>', '<p>Shown. Here.</p>'],
  ...['<details>\n<summary>Sum</summary>\n\nSo it is.\n\n</details>', '<b>Shown</b>'],
  ...['<figure>\n<img src="a.jpg" alt="h">\n<figcaption>Shown</figcaption>\n</figure>'],
  ...['<ul>\n<li>Item. Two.</li>\n</ul>', '<table><tr><td>Cell</td><td>two</td></tr></table>'],
  ...[
    '| a | b |\n|---|:-:|\n| c *d | e* | h |\n| `f\\|g` |\n',
    'a | b\n:- | -\nc\n',
    '![p](p.jpg "Cap")',
  ],
  ...['[ref]: /u "t"', "[ref]:\n  /u\n  't'", '[other]: <https://x.example/y.jpg>', '[//]: # (h)'],
  ...['```js\n<!-- shown -->\n\nlet *a*\n```', '~~~\n- a\n~~~', '    code\n\n    <!-- shown -->'],
]

/** A text whose lines start with other marks than its first one; `empty` is the mark of a line without words. */
const marked = (text: string, first: string, others: string, empty = '') =>
  text
    .split('\n')
    .map((line, index) => (index === 0 ? first + line : line === '' ? empty : others + line))
    .join('\n')

/** Blocks one after another, mostly with an empty line between them. */
const after = (blocks: fc.Arbitrary<string>) =>
  fc
    .array(fc.tuple(blocks, fc.constantFrom('\n\n', '\n\n', '\n\n', '\n')), { maxLength: 4 })
    .map((all) => all.flat().join('').trimEnd())

const listOf = (inside: fc.Arbitrary<string>) =>
  fc
    .tuple(
      fc.constantFrom('- ', '* ', '1. ', '3) ', '- [ ] ', '- [x] '),
      fc.array(inside, { maxLength: 3 }),
      fc.constantFrom('\n', '\n\n'),
    )
    .map(([mark, items, gap]) => {
      const indent = ' '.repeat(mark.indexOf(' ') + 1)
      const start = mark.length > 3 ? 'So the task.\n\n' : ''
      return items.map((text) => marked(start + text, mark, indent)).join(gap)
    })

const { inside } = fc.letrec<{ inside: string; block: string }>((tie) => ({
  inside: after(tie('block')),
  block: fc.oneof(
    { maxDepth: 3 },
    paragraph,
    fc.constantFrom(...LEAVES),
    tie('inside').map((text) => marked(text, '> ', '> ', '>')),
    listOf(tie('inside')),
  ),
}))

const note = fc
  .tuple(fc.constantFrom('n', 'm'), after(fc.oneof(paragraph, fc.constantFrom(...LEAVES))))
  .map(([label, text]) => marked(text, `[^${label}]: `, '    '))

/** Nested blocks, and footnotes. */
export const bodies = after(
  fc.oneof({ weight: 4, arbitrary: inside }, { weight: 1, arbitrary: note }),
).map((text) => `${text}\n`)

const MARKS = [
  '',
  '',
  '',
  '> ',
  '- ',
  '1. ',
  '2) ',
  '* ',
  '+ ',
  '# ',
  '    ',
  '>',
  '  ',
  '| ',
  '10. ',
]
const INDENTS = ['', '', '', '', ' ', '  ', '   ', '    ', '\t']
const FRAGMENTS = [
  ...['', '', '', '---', '===', '***', '```', '~~~', '| a | b |\n|---|:-:|', ':-', '<!--', '-->'],
  ...['<div>', '</div>', '[ref]: /u "t"', '[ref]:\n/u', "[ref]: /u\n'title", '>', '-', '1.', '<?'],
  ...['?>', '<![CDATA[', ']]>', '<!X', '    code', '\tcode', '> ```', '- ```', '- <!-- c -->'],
  ...['> <!-- c', '- ---', '[^n]: Note one.', '[^m]: Note two.', '<p>Para. Two.</p>', '</details>'],
  ...['<details><summary>s</summary>', '<table><tr><td>c</td></tr></table>', '- [ ] task'],
  ...['<ul><li>it</li></ul>', '<script>h</script>'],
]

const line = fc
  .tuple(...[INDENTS, MARKS, INDENTS, MARKS].map((each) => fc.constantFrom(...each)), words)
  .map((parts) => parts.join(''))

/** Lines with marks of any blocks, in random order. */
export const lines = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: line },
      { weight: 2, arbitrary: fc.constantFrom(...FRAGMENTS) },
    ),
    { maxLength: 12 },
  )
  .map((all) => `${all.join('\n')}\n`)
