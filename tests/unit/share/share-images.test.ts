import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import net from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import sharp from 'sharp'
import { expect, it, onTestFinished, vi } from 'vitest'
import { HEADLINE_ALONE, MARGIN, SHARE_HEIGHT, SHARE_WIDTH } from '@/lib/share/cards/card-frame'
import { drawHeadline } from '@/lib/share/cards/draw-headline'
import { drawShareCard } from '@/lib/share/cards/draw-share-card'
import { type DrawnText, drawText, type TextStyle } from '@/lib/share/cards/draw-text'
import { drawableText } from '@/lib/share/cards/drawable-text'
import { articleCard, listCard, type ShareCard, siteCard } from '@/lib/share/cards/share-card'
import { HOSTILE_TITLES } from './context-of'

const site = { name: 'Paper', description: 'News', lang: 'en', timeZone: 'UTC', sections: [] }
const style: TextStyle = {
  face: 'headline',
  size: 48,
  color: '#000000',
  direction: 'ltr',
  lang: 'en',
}
const published = { at: new Date('2025-06-28'), precision: 'day' } as const
const story = (title: string, lang = 'en', old = false) =>
  articleCard({ title, lang, published, authors: ['Ann'], section: 'World' }, site, old)

const SCRIPTS: [script: string, lang: string, text: string][] = [
  ['Latin', 'en', 'Zażółć gęślą jaźń, “Ångström” Việt Nam – £5 & €7'],
  ['Greek', 'el', 'Ταχίστη αλώπηξ'],
  ['Cyrillic', 'ru', 'Съешь же ещё этих мягких'],
  ['Japanese', 'ja', '「首脳会議」を欠席、躊躇・麒麟の理由ー'],
  ['Chinese', 'zh', '新闻头条說話讓學生'],
  ['Korean', 'ko', '한국어 뉴스'],
  ['Arabic', 'ar', 'عنوان بالعربية، پچگژ ٢٠٢٥'],
  ['Hebrew', 'he', 'כותרת בעברית'],
  ['Devanagari', 'hi', 'हिन्दी में क्षत्रिय शीर्षक'],
  ['Bengali', 'bn', 'বাংলা শিরোনাম'],
  ['Tamil', 'ta', 'தமிழ் தலைப்பு'],
  ['Thai', 'th', 'ภาษาไทย'],
  ['emoji', 'en', '👩‍👩‍👧 🇯🇵 🏳️‍🌈 ☀️ 👍🏽 🎉'],
]

const isInk = ({ data, width, channels }: DrawnText, x: number, y: number) =>
  (data[(y * width + x) * channels + 3] ?? 0) > 100

/** The frame that Pango draws in place of a missing glyph: ink along all sides, and little inside. */
function isEmptyBox(drawn: DrawnText): boolean {
  const { width, height } = drawn
  const share = (length: number, ink: (i: number) => boolean) =>
    Array.from({ length }, (_, i) => ink(i)).filter(Boolean).length / length
  const row = (y: number) => share(width, (x) => isInk(drawn, x, y))
  const column = (x: number) => share(height, (y) => isInk(drawn, x, y))
  const whole = share(width * height, (i) => isInk(drawn, i % width, Math.floor(i / width)))
  // The frame starts a pixel or two inside the image.
  const left = Math.max(...[1, 2, 3].map(column))
  return whole < 0.92 && Math.min(row(1), row(height - 2), left, column(width - 2)) > 0.85
}

it('would notice an empty box', async () => {
  expect(isEmptyBox(await drawText('\u{10380}', style))).toBe(true)
  expect(isEmptyBox(await drawText('\u1820', style))).toBe(true)
})

it.each(SCRIPTS)('has each glyph of %s', async (_, lang, text) => {
  expect(drawableText(text)).toBe(text)
  for (const { segment } of new Intl.Segmenter(lang).segment(text.replaceAll(' ', ''))) {
    const drawn = await drawText(segment, { ...style, lang })
    expect(drawn.width * drawn.height, segment).toBeGreaterThan(8)
    expect(isEmptyBox(drawn), segment).toBe(false)
  }
})

it.each([
  ['A ᠮᠣᠩᠭᠣᠯ headline', undefined],
  ['\u200d\u202f', undefined],
  ['New emoji \u{1faff} here', 'New emoji here'],
  ['half a \ud83d pair', 'half a pair'],
  ['line\u2028separator\tand\u0000 more', 'line separator and more'],
])('draws of %j: %j', (text, expected) => {
  expect(drawableText(text)).toBe(expected)
})

async function pixelsOf(card: ShareCard) {
  const image = sharp(await drawShareCard(card))
  const { format, width, height } = await image.metadata()
  expect({ format, width, height }).toEqual({ format: 'png', width: 1200, height: 630 })
  return image.greyscale().raw().toBuffer()
}

/** The outermost columns with ink among these rows. */
function inkBetween(pixels: Buffer, from: number, to: number) {
  const columns = Array.from({ length: (to - from) * SHARE_WIDTH }, (_, i) => i)
    .filter((i) => (pixels[from * SHARE_WIDTH + i] ?? 255) < 128)
    .map((i) => i % SHARE_WIDTH)
  return columns.reduce(
    ({ left, right }, x) => ({ left: Math.min(left, x), right: Math.max(right, x) }),
    { left: SHARE_WIDTH, right: -1 },
  )
}

it('is 1200 by 630 for an article, a list and the site, and keeps its margins', async () => {
  const wordmark = { width: 100, height: 20, path: 'M0 0h100v20h-100z' }
  const cards = [
    story('Harbour wall to be rebuilt'),
    listCard('tag', 'Harbour', site),
    siteCard({ ...site, wordmark }),
    { ...siteCard(site), siteName: 'ᠮᠣᠩᠭᠣᠯ' },
  ]
  for (const card of cards) {
    const { left, right } = inkBetween(await pixelsOf(card), 0, SHARE_HEIGHT)
    expect(left).toBeGreaterThanOrEqual(MARGIN - 4)
    expect(right).toBeLessThanOrEqual(SHARE_WIDTH - MARGIN + 4)
  }
})

it('starts an Arabic headline at the right, whatever its first letter', async () => {
  const text = 'NATO: عنوان'
  const [top, bottom] = [240, 380]
  const arabic = inkBetween(await pixelsOf(story(text, 'ar')), top, bottom)
  const english = inkBetween(await pixelsOf(story(text, 'en')), top, bottom)
  expect(arabic.right).toBeGreaterThan(SHARE_WIDTH - MARGIN - 12)
  expect(arabic.left).toBeGreaterThan(MARGIN + 100)
  expect(english.left).toBeLessThan(MARGIN + 12)
})

it('stamps an old story with its year', async () => {
  expect(story('A', 'ja', true).stamp).toEqual({ text: 'From 2025', lang: 'en' })
  const stampAt = (pixels: Buffer) => inkBetween(pixels, 60, 90).right
  expect(stampAt(await pixelsOf(story('A', 'en', true)))).toBeGreaterThan(1100)
  expect(stampAt(await pixelsOf(story('A')))).toBeLessThan(600)
})

it.each(HOSTILE_TITLES)('draws the title %j as plain text', async (title) => {
  const blank = await pixelsOf(siteCard({ ...site, description: '' }))
  expect((await pixelsOf(story(title))).equals(blank)).toBe(false)
})

it('reads no markup in a title', async () => {
  const [bold, plain] = await Promise.all([drawText('<b>A</b>', style), drawText('A', style)])
  expect(bold.width).toBeGreaterThan(plain.width * 3)
})

it.each([
  ['words', 'The ministry said on Monday '.repeat(11).slice(0, 300)],
  ['Japanese', '首脳会議を欠席した理由を説明'.repeat(22).slice(0, 300)],
  ['Arabic', 'عنوان طويل جدا عن الوزارة '.repeat(12).slice(0, 300)],
  ['one word', 'x'.repeat(300)],
  ['a thousand characters', '首脳'.repeat(500)],
  ['piled marks', `a${'\u0301'.repeat(80)} `.repeat(9)],
])('fits a headline of %s', async (_, title) => {
  const text = drawableText(title) ?? ''
  const { width, height } = await drawHeadline(text, style, HEADLINE_ALONE)
  expect(width).toBeLessThanOrEqual(HEADLINE_ALONE.width + 8)
  expect(height).toBeLessThanOrEqual(HEADLINE_ALONE.height)
  expect(height).toBeGreaterThan(20)
})

const run = promisify(execFile)
const digest = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

it('needs none of the machine’s fonts: the image is the same without them', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-fonts-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  writeFileSync(path.join(folder, 'fonts.conf'), '<fontconfig></fontconfig>')
  const card = story(
    SCRIPTS.map(([, , text]) => text)
      .join(' ')
      .slice(0, 120),
  )
  const program = `
    import { createHash } from 'node:crypto'
    import { drawShareCard } from ${JSON.stringify(path.resolve('lib/share/cards/draw-share-card.ts'))}
    drawShareCard(${JSON.stringify(card)}).then((png) => process.stdout.write(createHash('sha256').update(png).digest('hex')))`
  const file = path.join(folder, 'draw.mts')
  writeFileSync(file, program)
  const { stdout, stderr } = await run(process.execPath, ['--import', 'tsx', file], {
    env: { NODE_ENV: 'test', PATH: '', HOME: folder, FONTCONFIG_PATH: folder },
  })
  expect(stderr).toBe('')
  expect(stdout).toBe(digest(await drawShareCard(card)))
})

it('requests nothing from the network', async () => {
  const connect = vi.spyOn(net.Socket.prototype, 'connect')
  onTestFinished(() => connect.mockRestore())
  await drawShareCard(story('👩‍👩‍👧 日本 🇯🇵 العربية'))
  expect(connect).not.toHaveBeenCalled()
})
