import path from 'node:path'
import type { ShareContext } from '@/lib/share/read-context'
import { archiveOf, type Draft, NOW } from '../../support/archive-of'

export const SITE_URL = 'https://paper.example'

const SITE = `name: Paper & Co
description: News <of> the day
lang: en
timeZone: Asia/Tokyo
sections: []
`

/** What the room needs: a real archive of these articles, by slug; it is deleted when the test ends. */
export async function contextOf(
  drafts: Record<string, Draft>,
  {
    files = {},
    changed = {},
  }: { files?: Record<string, string | Buffer>; changed?: Record<string, Date> } = {},
): Promise<ShareContext> {
  const { archive } = await archiveOf(drafts, { 'site.yaml': SITE, ...files })
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

/** One article of each kind that readers may not see. */
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

/** Titles that try to end the text around them. */
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
