import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../../support/temporary-folder'
import { importOf, PNG, writeTree } from './import-of'

const words = (text: string, format = 0) => ({
  type: 'extended-text',
  version: 1,
  text,
  format,
  detail: 0,
  mode: 'normal',
  style: '',
})
const paragraph = (...children: unknown[]) => ({
  type: 'paragraph',
  version: 1,
  children,
  direction: 'ltr',
  format: '',
  indent: 0,
})
const lexical = (...children: unknown[]) =>
  JSON.stringify({ root: { type: 'root', version: 1, children } })

const post = (id: string, fields: Record<string, unknown>) => ({
  ...{
    id,
    uuid: `u-${id}`,
    title: id,
    slug: id,
    mobiledoc: null,
    lexical: null,
    html: null,
    feature_image: null,
  },
  ...{
    type: 'post',
    status: 'published',
    visibility: 'public',
    published_at: '2024-03-02T08:30:00.000Z',
  },
  ...fields,
})

function ghost(posts: unknown[], tables: Record<string, unknown> = {}): string {
  const settings = [
    { key: 'title', value: 'Gazette' },
    { key: 'timezone', value: 'Europe/Berlin' },
    { key: 'locale', value: 'de' },
  ]
  const data = { posts, settings, ...tables }
  const file = path.join(temporaryFolder(), 'gazette.ghost.json')
  writeFileSync(file, JSON.stringify({ db: [{ meta: { version: '5.80.0' }, data }] }))
  return file
}

const into = () => path.join(temporaryFolder(), 'content')
const bodyOf = (file = '') => file.replace(/^---\n[\s\S]*?\n---\n\n/, '')

test('a post of the present editor keeps its words, cards and picture', async () => {
  const given = ghost(
    [
      post('wall', {
        title: 'Wall & sea',
        custom_excerpt: 'It waits.',
        feature_image: '__GHOST_URL__/content/images/size/w600/2024/03/wall.png',
        lexical: lexical(
          paragraph(
            words('The '),
            words('wall', 1),
            words(' of '),
            { type: 'link', url: '__GHOST_URL__/2024/dredging/', children: [words('the port')] },
            words('.'),
          ),
          { type: 'extended-heading', tag: 'h2', children: [words('Costs')] },
          {
            type: 'list',
            listType: 'bullet',
            tag: 'ul',
            start: 1,
            children: [{ type: 'listitem', value: 1, children: [words('one')] }],
          },
          {
            type: 'image',
            src: '__GHOST_URL__/content/images/2024/03/wall.png',
            alt: 'A wall',
            caption: '<span>At low tide</span>',
          },
          { type: 'bookmark', url: 'https://a.example/b', metadata: { title: 'A page' } },
          {
            type: 'embed',
            url: 'https://www.youtube.com/watch?v=abcdefghijk',
            html: '<iframe></iframe>',
          },
          { type: 'codeblock', code: 'let a = "<b>"', language: 'js' },
          { type: 'markdown', markdown: '*As written* [there](__GHOST_URL__/2024/dredging/).' },
          { type: 'callout', calloutText: 'Note <b>this</b>', calloutEmoji: '!' },
          { type: 'transistor', accentColor: 'x' },
          { type: 'horizontalrule' },
        ),
      }),
      post('dredging', {
        mobiledoc: JSON.stringify({
          version: '0.3.1',
          markups: [['strong'], ['a', ['href', 'https://a.example/']]],
          atoms: [['soft-return', '', {}]],
          cards: [['image', { src: '/content/images/2024/03/wall.png', alt: 'The wall' }]],
          sections: [
            [
              1,
              'p',
              [
                [0, [0], 1, 'Bold'],
                [0, [], 0, ' and '],
                [0, [1], 1, 'a link'],
                [1, [], 0, 0],
                [0, [], 0, 'end'],
              ],
            ],
            [3, 'ul', [[[0, [], 0, 'item']]]],
            [10, 0],
          ],
        }),
      }),
    ],
    {
      tags: [
        { id: 't1', name: 'City', slug: 'city' },
        { id: 't2', name: '#hidden', slug: 'hash-hidden', visibility: 'internal' },
        { id: 't3', name: 'Harbour', slug: 'harbour' },
      ],
      posts_tags: [
        { post_id: 'wall', tag_id: 't3', sort_order: 2 },
        { post_id: 'wall', tag_id: 't2', sort_order: 1 },
        { post_id: 'wall', tag_id: 't1', sort_order: 0 },
      ],
      users: [{ id: 'u1', name: 'Ann Lee', slug: 'ann' }],
      posts_authors: [{ post_id: 'wall', author_id: 'u1', sort_order: 0 }],
      posts_meta: [
        { post_id: 'wall', feature_image_alt: 'The wall', feature_image_caption: 'In <i>May</i>' },
      ],
    },
  )
  writeTree(path.dirname(given), { 'content/images/2024/03/wall.png': PNG })
  const folder = into()
  const { files } = await importOf('ghost', given, folder, '--permalink', '/{year}/{slug}/')
  expect(files['articles/2024/wall.md']).toBe(`---
title: Wall & sea
date: 2024-03-02T08:30:00Z
description: It waits.
authors: [Ann Lee]
section: City
tags: [Harbour]
image: {src: media/2024/03/wall.png, alt: The wall, caption: In May}
aliases:
  - /2024/wall
---

The **wall** of [the port](/articles/dredging).

## Costs

- one

![A wall](media/2024/03/wall.png "At low tide")

[A page](https://a.example/b)

https://www.youtube.com/watch?v=abcdefghijk

\`\`\`js
let a = "<b>"
\`\`\`

*As written* [there](/articles/dredging).

> ! Note **this**

---
`)
  expect(bodyOf(files['articles/2024/dredging.md'])).toBe(
    '**Bold** and [a link](https://a.example/)\\\nend\n\n- item\n\n![The wall](media/2024/03/wall.png)\n',
  )
  expect(files['site.yaml']).toContain('timeZone: Europe/Berlin')
  expect(readFileSync(path.join(folder, '.import/ghost-report.txt'), 'utf8')).toContain(
    'transistor',
  )
})

test('what members paid for, drafts and what isn’t due yet don’t appear in public', async () => {
  const given = ghost([
    post('paid', { visibility: 'paid', html: '<p>Paid.</p>' }),
    post('draft', {
      status: 'draft',
      published_at: null,
      created_at: '2024-01-01T00:00:00.000Z',
      html: '<p>D.</p>',
    }),
    post('later', {
      status: 'scheduled',
      published_at: '2099-01-01T00:00:00.000Z',
      html: '<p>L.</p>',
    }),
    post('about', { type: 'page', html: '<p>Us.</p>' }),
    post('secret-page', { type: 'page', status: 'draft', html: '<p>Secret.</p>' }),
  ])
  const { files } = await importOf('ghost', given, into())
  expect(files['articles/2024/paid.md']).toContain('draft: true')
  expect(files['articles/2024/draft.md']).toContain('draft: true')
  expect(files['articles/2099/later.md']).toContain('date: 2099-01-01T00:00:00Z')
  expect(files['articles/2099/later.md']).not.toContain('draft')
  expect(bodyOf(files['pages/about.md'])).toBe('Us.\n')
  expect(files['pages/secret-page.md']).toBeUndefined()
})

test('an export of the first Ghost is read too: numbers, Markdown, times in milliseconds', async () => {
  const old = {
    id: 1,
    title: 'Old',
    slug: 'old',
    markdown: '*Old* words',
    image: null,
    page: 0,
    status: 'published',
    published_at: 1_400_000_000_000,
  }
  const file = path.join(temporaryFolder(), 'old.json')
  writeFileSync(
    file,
    JSON.stringify({
      data: {
        posts: [old],
        posts_tags: [{ post_id: 1, tag_id: 2 }],
        tags: [{ id: 2, name: 'City' }],
      },
    }),
  )
  const { files } = await importOf('ghost', file, into(), '--site-url', 'https://g.example')
  expect(files['articles/2014/old.md']).toBe(
    '---\ntitle: Old\ndate: 2014-05-13T16:53:20Z\nsection: City\naliases:\n  - /old\n---\n\n*Old* words\n',
  )
})

test.each(['{}', '[]', 'x', '{"db":[]}', '{"db":[{"data":{"posts":[{"id":{}}]}}]}'])(
  'a file with %s is refused as no export',
  async (text) => {
    const file = path.join(temporaryFolder(), 'x.json')
    writeFileSync(file, text)
    expect(await importOf('ghost', file, into())).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("isn't an export of Ghost"),
    })
  },
)
