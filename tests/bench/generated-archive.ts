import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { ArchiveWriter } from '@/lib/archive/follow/archive-writer'
import { type Archive, openArchive } from '@/lib/archive/open'
import { now } from '@/lib/site/clock'
import { writeContent } from './archive-content'

export const DEFAULT_ARTICLES = 100_000

type Places = { contentDir: string; dataDir: string }

/** By number of articles: parts of one run that only read an archive share it. */
const made = new Map<number, Promise<Places>>()

/**
 * An archive of generated articles, for reading. Each run makes it and deletes it afterwards, unless a `folder` is given:
 * that is kept, with its archive, and reused.
 */
export async function generatedArchive(articles: number, folder?: string): Promise<Archive> {
  const making = made.get(articles) ?? make(articles, folder)
  made.set(articles, making)
  const { contentDir, dataDir } = await making
  return openArchive(dataDir, contentDir)
}

async function make(articles: number, kept: string | undefined): Promise<Places> {
  const folder = kept ?? mkdtempSync(path.join(tmpdir(), 'broadsheet-bench-'))
  if (kept === undefined) process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  const [contentDir, dataDir] = [path.join(folder, 'content'), path.join(folder, 'data')]
  if (existsSync(dataDir)) return { contentDir, dataDir }
  if (!existsSync(contentDir)) writeContent(contentDir, articles)
  const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))
  const keeper = new ArchiveWriter({ contentDir, dataDir, now, wait })
  await keeper.update()
  keeper.close()
  return { contentDir, dataDir }
}
