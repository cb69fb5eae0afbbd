import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { findArticle } from '@/lib/archive/articles'
import { ArchiveKeeper } from '@/lib/archive/keeper'
import { type Archive, openArchive } from '@/lib/archive/open'
import { now } from '@/lib/clock'
import { findRelated } from '@/lib/related/find-related'
import { findNearDuplicates } from '@/lib/related/near-duplicates'
import type { BenchRow } from './archive'
import { generateArticle, randomFrom, writeContent } from './archive-content'

const DEFAULT_ARTICLES = 100_000
const RAILS = 300
/** The first ones open files and compile code. */
const WARM_UP = 20
const DUPLICATE_ARTICLES = 10_000

/** Rails of articles of an archive of generated ones, each worked out once, and the search for same texts. */
export async function benchRelated(articles = DEFAULT_ARTICLES): Promise<BenchRow[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-bench-'))
  const [contentDir, dataDir] = [path.join(folder, 'content'), path.join(folder, 'data')]
  try {
    writeContent(contentDir, articles)
    const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))
    const keeper = new ArchiveKeeper({ contentDir, dataDir, now, wait })
    await keeper.update()
    keeper.close()
    const archive = openArchive(dataDir, contentDir)
    const times = timesOfRails(archive, articles)
    archive.close()
    const at = (share: number) => `${(times[Math.floor(times.length * share)] ?? 0).toFixed(1)} ms`
    return [
      { what: `related rail among ${articles}, p50`, measured: at(0.5), goal: '' },
      { what: `related rail among ${articles}, p95`, measured: at(0.95), goal: '≤ 40 ms a page' },
      { what: `same texts among ${DUPLICATE_ARTICLES}`, measured: timeOfDuplicates(), goal: '' },
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function timesOfRails(archive: Archive, articles: number): number[] {
  const random = randomFrom(7)
  const times: number[] = []
  for (let i = 0; i < RAILS; i++) {
    const slug = `story-${Math.floor(random() * articles)}`
    const found = findArticle(slug, now(), archive)
    if (found?.state !== 'live') continue
    const begin = performance.now()
    findRelated(found.article, now(), undefined, archive)
    if (i >= WARM_UP) times.push(performance.now() - begin)
  }
  return times.sort((a, b) => a - b)
}

function timeOfDuplicates(): string {
  const all = Array.from({ length: DUPLICATE_ARTICLES }, (_, number) => {
    const { path: at, text } = generateArticle(number)
    return { path: at, title: '', text }
  })
  const begin = performance.now()
  findNearDuplicates(all)
  return `${((performance.now() - begin) / 1000).toFixed(1)} s`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  console.table(await benchRelated(Number(process.argv[2] ?? DEFAULT_ARTICLES)))
}
