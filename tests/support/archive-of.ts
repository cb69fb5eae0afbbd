import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import { ArchiveWriter } from '@/lib/archive/follow/archive-writer'
import { openArchive } from '@/lib/archive/open'
import { findArticle } from '@/lib/archive/read/articles'
import { temporaryFolder } from './temporary-folder'

export const NOW = new Date('2025-07-01T12:00:00Z')

/** `head` is more lines of front matter. */
export type Draft = { title?: string; head?: string; date?: string; text?: string }

function markdown(slug: string, draft: Draft): string {
  const { title = slug, date = '2025-06-28', head = '', text = 'Words.' } = draft
  return `---\ntitle: ${JSON.stringify(title)}\ndate: ${date}\n${head}\n---\n\n${text}\n`
}

/** A real archive of these articles, by slug, and of more files of the content folder; it is deleted when the test ends. */
export async function archiveOf(
  drafts: Record<string, Draft>,
  files: Record<string, string | Buffer> = {},
) {
  const contentDir = temporaryFolder()
  const write = (name: string, bytes: string | Buffer) => {
    mkdirSync(path.dirname(path.join(contentDir, name)), { recursive: true })
    writeFileSync(path.join(contentDir, name), bytes)
  }
  /** Writes an article; readers see it after `refresh`. */
  const put = (slug: string, draft: Draft) => write(`articles/${slug}.md`, markdown(slug, draft))
  for (const [name, bytes] of Object.entries(files)) write(name, bytes)
  for (const [slug, draft] of Object.entries(drafts)) put(slug, draft)
  return { ...(await archiveOfFolder(contentDir)), put }
}

export async function archiveOfFolder(contentDir: string) {
  const dataDir = temporaryFolder()
  const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))
  const writer = new ArchiveWriter({ contentDir, dataDir, now: () => NOW, wait })
  await writer.update()
  const archive = openArchive(dataDir, contentDir)
  onTestFinished(() => {
    archive.close()
    writer.close()
  })
  const live = (slug: string) => {
    const found = findArticle(slug, NOW, archive)
    if (found?.state !== 'live') throw new Error(`no article ${slug}`)
    return found
  }
  return { archive, live, refresh: () => writer.update() }
}
