import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import { ArchiveWriter } from '@/lib/archive/follow/archive-writer'
import { openArchive } from '@/lib/archive/open'
import type { ShareContext } from '@/lib/share/read-context'

export const NOW = new Date('2025-07-01T12:00:00Z')
export const SITE_URL = 'https://paper.example'

export type Draft = { title?: string; date?: string; head?: string; text?: string }

const SITE = `name: Paper & Co
description: News <of> the day
lang: en
timeZone: Asia/Tokyo
sections: []
`

/** What the features are made from: a real archive of these articles, by slug; it goes when the test ends. */
export async function contextOf(
  drafts: Record<string, Draft>,
  {
    files = {},
    changed = {},
  }: { files?: Record<string, string | Buffer>; changed?: Record<string, Date> } = {},
): Promise<ShareContext> {
  const contentDir = temporaryFolder()
  const dataDir = temporaryFolder()
  for (const [name, bytes] of Object.entries({ 'site.yaml': SITE, ...files })) {
    mkdirSync(path.dirname(path.join(contentDir, name)), { recursive: true })
    writeFileSync(path.join(contentDir, name), bytes)
  }
  mkdirSync(path.join(contentDir, 'articles'), { recursive: true })
  for (const [slug, draft] of Object.entries(drafts)) {
    const { title = slug, date = '2025-06-28', head = '', text = 'Words.' } = draft
    const front = `title: ${JSON.stringify(title)}\ndate: ${date}\n${head}`
    writeFileSync(
      path.join(contentDir, 'articles', `${slug}.md`),
      `---\n${front}\n---\n\n${text}\n`,
    )
  }
  const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))
  const keeper = new ArchiveWriter({ contentDir, dataDir, now: () => NOW, wait })
  await keeper.update()
  const archive = openArchive(dataDir, contentDir)
  onTestFinished(() => {
    archive.close()
    keeper.close()
  })
  return {
    siteUrl: SITE_URL,
    now: NOW,
    archive,
    changedInHistory: async ({ slug }) => changed[slug],
    changesInHistory: (paths) =>
      new Map(
        paths.flatMap((file) => {
          const at = changed[path.basename(file, '.md')]
          return at ? [[file, at] as const] : []
        }),
      ),
    newestNotices: () => [],
  }
}

function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-share-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Of each kind of thing that readers may not see, one. */
export const UNPUBLISHED: Record<string, Draft> = {
  'a-draft': { title: 'UNSEEN draft', head: 'draft: true\ntags: [Unseen]' },
  'a-future': { title: 'UNSEEN future', date: '2025-07-02', head: 'tags: [Unseen]' },
  'an-expired': {
    title: 'UNSEEN expired',
    date: '2025-06-01',
    head: 'expires: 2025-06-30\ntags: [Unseen]',
  },
  'a-withdrawn': {
    title: 'UNSEEN withdrawn',
    head: 'tags: [Unseen]\nwithdrawn:\n  date: 2025-06-29\n  reason: It was wrong.',
  },
}

/** Titles that try to end what holds them. */
export const HOSTILE_TITLES = [
  '</script><script>alert(1)</script>',
  'one ]]> two ]]> three',
  'A & B &amp; C < D > "E" \'F\'',
  '<!-- not a comment --> <b>bold</b>',
  'عنوان بالعربية، مع (أقواس)',
  'כותרת בעברית',
  '日本語の見出し「引用」',
  'हिन्दी में शीर्षक',
  '👩‍👩‍👧 family 🇯🇵 🏳️‍🌈',
  'line\u2028separator',
  '%00 {{y}} \\u003c',
]
