import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import sharp from 'sharp'
import * as z from 'zod'
import { articleSchema, plainPageSchema } from '@/lib/front-matter/article-schema'
import { type OwnServer, startOwnServer } from './own-server'

/**
 * Every field of the front matter, from the file to what readers get. A field added to the schema fails here until it has a
 * line below, which says what a reader's page shows of it or, if it isn't shown, what else it does.
 */

type Answer = { status: number; html: string; location: string | null }
type Get = (address: string) => Promise<Answer>

/** The text in the page of the article that has all fields. */
const SHOWN: Record<string, string> = {
  title: '>Wall of the witness</h1>',
  date: 'dateTime="2020-03-02"',
  description: 'The standfirst of the witness.',
  'source.name': 'Gazette of the witness',
  'source.url': 'href="https://gazette.example/witness"',
  authors: 'href="/authors/ann-witness"',
  tags: 'href="/tags/witness-tag"',
  section: 'href="/sections/witness-section"',
  kind: 'Analysis',
  'image.src': 'href="/media/articles/witness.png"',
  'image.alt': 'alt="What the picture of the witness shows"',
  'image.credit': 'Photographer of the witness',
  'image.focus': '--x:10%',
  'image.caption': 'The caption of the witness.',
  updated: 'dateTime="2020-04-05"',
  canonical: '<link rel="canonical" href="https://gazette.example/original"',
  lang: ' lang="pt-BR" dir="ltr"',
  translations: 'href="https://gazette.example/ja" rel="alternate" hrefLang="ja"',
  'corrections.date': 'dateTime="2020-05-06"',
  'corrections.kind': 'Clarification',
  'corrections.text': 'The witness was wrong.',
  comments: 'This article takes no more comments.',
}

const WITNESS = `title: Wall of the witness
date: 2020-03-02
description: The standfirst of the witness.
source: { name: Gazette of the witness, url: "https://gazette.example/witness" }
authors: [Ann Witness]
tags: [Witness tag]
section: Witness section
kind: analysis
image: { src: witness.png, alt: What the picture of the witness shows, credit: Photographer of the witness, caption: The caption of the witness., focus: 10% 20% }
updated: 2020-04-05
canonical: https://gazette.example/original
aliases: [former-witness]
lang: pt-BR
translations: { ja: "https://gazette.example/ja" }
corrections: [{ date: 2020-05-06, text: The witness was wrong., kind: clarification }]
comments: closed
`

const OTHERS: Record<string, string> = {
  draft: 'title: Draft\ndate: 2020-03-02\ndraft: true\n',
  expired: 'title: Expired\ndate: 2020-03-02\nexpires: 2020-03-03\n',
  withdrawn:
    'title: Withdrawn\ndate: 2020-03-02\nwithdrawn: { date: 2020-06-07, reason: The witness lied. }\n',
  lead: 'title: On top\ndate: 2019-03-02\nlead: true\n',
  newer: 'title: Newer than the lead\ndate: 2020-12-02\n',
  evergreen: 'title: Evergreen\ndate: 2019-03-02\nevergreen: true\n',
  translated: 'title: Mauer\ndate: 2020-03-04\nlang: de\ntranslationOf: witness\n',
}

/** Fields that aren't shown, and what they do. */
const ACTS: Record<string, (get: Get) => Promise<void>> = {
  draft: async (get) => expect((await get('/articles/draft')).status).toBe(404),
  expires: async (get) => expect((await get('/articles/expired')).status).toBe(404),
  aliases: async (get) =>
    expect(await get('/articles/former-witness')).toMatchObject({
      status: 308,
      location: '/articles/witness',
    }),
  translationOf: async (get) => {
    const links = ['translated', 'witness'].map(
      async (slug) => (await get(`/articles/${slug}`)).html,
    )
    const [translated = '', original = ''] = await Promise.all(links)
    expect(translated).toMatch(/href="\/articles\/witness" rel="alternate" hrefLang="pt-BR"/)
    expect(original).toMatch(/href="\/articles\/translated" rel="alternate" hrefLang="de"/)
  },
  'withdrawn.date': async (get) =>
    expect((await get('/articles/withdrawn')).html).toContain('dateTime="2020-06-07"'),
  'withdrawn.reason': async (get) =>
    expect(await get('/articles/withdrawn')).toMatchObject({
      status: 410,
      html: expect.stringContaining('The witness lied.'),
    }),
  lead: async (get) => {
    const { html } = await get('/')
    expect(html.indexOf('On top')).toBeLessThan(html.indexOf('Newer than the lead'))
  },
  evergreen: async (get) => {
    const isOld = async (slug: string) =>
      (await get(`/articles/${slug}`)).html.includes('More than a year old')
    expect([await isOld('lead'), await isOld('evergreen')]).toEqual([true, false])
  },
}

const PAGE =
  'title: Page of the witness\ndescription: What the page is.\nupdated: 2020-07-08\nlang: pt-BR\n'
const PAGE_SHOWN: Record<string, string> = {
  title: '>Page of the witness</h1>',
  description: '<meta name="description" content="What the page is."',
  updated: 'dateTime="2020-07-08"',
  lang: 'lang="pt-BR"',
}

/** `source.url` for a field of a group, `corrections.date` for a field of a list's entries. */
function fieldNames(schema: unknown, before = ''): string[] {
  const object = z.object({ properties: z.record(z.string(), z.unknown()) }).safeParse(schema)
  const list = z.object({ items: z.unknown() }).safeParse(schema)
  if (list.success && list.data.items !== undefined) return fieldNames(list.data.items, before)
  if (!object.success) return [before]
  return Object.entries(object.data.properties).flatMap(([name, field]) =>
    fieldNames(field, before === '' ? name : `${before}.${name}`),
  )
}

const namesIn = (schema: z.ZodType) => fieldNames(z.toJSONSchema(schema, { io: 'input' })).sort()

let folder: string
let server: OwnServer

test.beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-fields-'))
  const write = (file: string, text: string | Uint8Array) => {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
    writeFileSync(path.join(folder, file), text)
  }
  write('site.yaml', 'name: Witness\ndescription: A test\nlang: en\ntimeZone: UTC\n')
  const color = { r: 90, g: 90, b: 90 }
  const image = sharp({ create: { width: 400, height: 300, channels: 3, background: color } })
  write('articles/witness.png', await image.png().toBuffer())
  for (const [slug, fields] of Object.entries({ witness: WITNESS, ...OTHERS })) {
    write(`articles/${slug}.md`, `---\n${fields}---\n\nThe story of ${slug}, told in a line.\n`)
  }
  write('pages/witness-page.md', `---\n${PAGE}---\n\nWords.\n`)
  server = await startOwnServer({ CONTENT_DIR: folder })
})

test.afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true })
})

const get: Get = async (address) => {
  const reply = await fetch(`${server.url}${address}`, { redirect: 'manual' })
  const location = reply.headers.get('location')
  return { status: reply.status, location, html: await reply.text() }
}

test('every field of an article appears on its page, or has its effect', async () => {
  expect(Object.keys({ ...SHOWN, ...ACTS }).sort()).toEqual(namesIn(articleSchema('UTC')))
  const { html } = await get('/articles/witness')
  for (const [field, shown] of Object.entries(SHOWN)) {
    expect(html.includes(shown), `${field}: ${shown}`).toBe(true)
  }
  for (const [field, act] of Object.entries(ACTS)) await test.step(field, () => act(get))
})

test('every field of a plain page appears on it', async () => {
  expect(Object.keys(PAGE_SHOWN).sort()).toEqual(namesIn(plainPageSchema('UTC')))
  const { html } = await get('/witness-page')
  for (const [field, shown] of Object.entries(PAGE_SHOWN))
    expect(html.includes(shown), `${field}: ${shown}`).toBe(true)
})
