import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import { ArchiveWriter } from '@/lib/archive/follow/archive-writer'
import { openArchive } from '@/lib/archive/open'
import { findArticle } from '@/lib/archive/read/articles'
import { findRelated } from '@/lib/related/find-related'

export const NOW = new Date('2025-07-01T12:00:00Z')

export type Draft = { title?: string; head?: string; date?: string; text: string }

type TestArchive = Awaited<ReturnType<typeof archiveOfFolder>> & {
  /** Writes a file; `refresh` makes the archive see it. */
  put(slug: string, draft: Draft): void
}

const markdown = (slug: string, { title = slug, head = '', date = '2025-06-28', text }: Draft) =>
  `---\ntitle: ${JSON.stringify(title)}\ndate: ${date}\n${head}\n---\n\n${text}\n`

/** A real archive of these articles, by slug; it goes when the test ends. */
export async function archiveOf(drafts: Record<string, Draft>): Promise<TestArchive> {
  const contentDir = temporaryFolder()
  mkdirSync(path.join(contentDir, 'articles'))
  const put = (slug: string, draft: Draft) =>
    writeFileSync(path.join(contentDir, 'articles', `${slug}.md`), markdown(slug, draft))
  for (const [slug, draft] of Object.entries(drafts)) put(slug, draft)
  return { ...(await archiveOfFolder(contentDir)), put }
}

export async function archiveOfFolder(contentDir: string) {
  const dataDir = temporaryFolder()
  const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))
  const keeper = new ArchiveWriter({ contentDir, dataDir, now: () => NOW, wait })
  await keeper.update()
  const archive = openArchive(dataDir, contentDir)
  onTestFinished(() => {
    archive.close()
    keeper.close()
  })
  const article = (slug: string) => {
    const found = findArticle(slug, NOW, archive)
    if (found?.state !== 'live') throw new Error(`no article ${slug}`)
    return found.article
  }
  return {
    article,
    refresh: () => keeper.update(),
    items: (slug: string, limit?: number) => findRelated(article(slug), NOW, limit, archive),
    rail: (slug: string, limit?: number, now = NOW) =>
      findRelated(article(slug), now, limit, archive).map((item) => item.slug),
  }
}

function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-related-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
