import { ArchiveWriter } from '@/lib/archive/follow/archive-writer'
import { openArchive } from '@/lib/archive/open'
import { repositoryOf } from '@/lib/git/repository'
import { findHistory } from '@/lib/history/find-history'
import { readCorrections } from '@/lib/history/read-corrections'
import { readRepository } from '@/lib/history/read-repository'
import { HistorySource } from '@/lib/history/read-source'
import { now } from '@/lib/site/clock'
import { generateArticle, randomFrom } from './archive-content'

/** Run by history.ts in a separate process, so that the memory measured is the reader's: prints one line of JSON. */
const [, , contentDir = '', dataDir = '', articles = '0', what = 'read'] = process.argv
const PAGES = 400
/** There are never more pages than this, however many changes there are. */
const CORRECTIONS_PAGES = 200

async function index(): Promise<Record<string, number>> {
  const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))
  const keeper = new ArchiveWriter({ contentDir, dataDir, now, wait })
  await keeper.update()
  keeper.close()
  return {}
}

/**
 * The first reading: how long until pages answer, until the page of corrections is complete, and until everything is known.
 */
async function read(): Promise<Record<string, number>> {
  const figures: Record<string, number> = {}
  const archive = openArchive(dataDir, contentDir)
  const source = new HistorySource(archive, dataDir)
  const begin = performance.now()
  const note = (name: string) => {
    figures[name] ??= performance.now() - begin
  }
  await readRepository({
    repository: repositoryOf(contentDir),
    site: { lang: 'en', timeZone: 'UTC' },
    ...{ dataDir, now, signal: new AbortController().signal },
    onStored: () => {
      if (source.read().state === 'available') note('available')
      if (figures.available !== undefined && isCorrectionsPageFull(source)) note('corrections')
    },
  })
  note('corrections')
  note('all')
  const { user, system } = process.cpuUsage()
  source.close()
  archive.close()
  return {
    ...figures,
    processor: (user + system) / 1000,
    memory: process.resourceUsage().maxRSS / 1024,
  }
}

function isCorrectionsPageFull(source: HistorySource): boolean {
  return (readCorrections(1, now(), source)?.pages ?? 1) >= CORRECTIONS_PAGES
}

/** The queries of a history page, uncached; git is already running, as it is after the first page. */
async function ask(): Promise<Record<string, number>> {
  const archive = openArchive(dataDir, contentDir)
  const source = new HistorySource(archive, dataDir)
  const random = randomFrom(99)
  const times: number[] = []
  for (let i = 0; i < PAGES; i++) {
    const number = Math.floor(random() * Number(articles))
    const { path } = generateArticle(number)
    const at = performance.now()
    await findHistory({ slug: `story-${number}`, path, aliases: [] }, now(), source)
    times.push(performance.now() - at)
  }
  source.close()
  archive.close()
  times.sort((a, b) => a - b)
  const share = (part: number) => times[Math.floor(times.length * part)] ?? 0
  return { p50: share(0.5), p95: share(0.95) }
}

const figures = what === 'index' ? await index() : what === 'read' ? await read() : await ask()
console.log(JSON.stringify(figures))
