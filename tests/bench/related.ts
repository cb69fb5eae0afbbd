import { fileURLToPath } from 'node:url'
import type { Archive } from '@/lib/archive/open'
import { findArticle } from '@/lib/archive/read/articles'
import { findNearDuplicates } from '@/lib/language/near-duplicates'
import { findRelated } from '@/lib/related/find-related'
import { now } from '@/lib/site/clock'
import type { BenchRow } from './archive'
import { generateArticle, randomFrom } from './archive-content'
import { DEFAULT_ARTICLES, generatedArchive } from './generated-archive'
import { shown, type Time, timeAt, timeOf } from './time-of'

const RAILS = 300
/** The first runs open files and compile code. */
const WARM_UP = 20
const DUPLICATE_ARTICLES = 10_000

/** The rails of generated articles, each computed once, and the search for articles with the same text. */
export async function benchRelated(
  articles = DEFAULT_ARTICLES,
  folder?: string,
): Promise<BenchRow[]> {
  const archive = await generatedArchive(articles, folder)
  const times = timesOfRails(archive, articles)
  archive.close()
  const at = (share: number) => shown(timeAt(times, share))
  return [
    { what: `related rail among ${articles}, p50`, measured: at(0.5), goal: '' },
    { what: `related rail among ${articles}, p95`, measured: at(0.95), goal: '≤ 40 ms a page' },
    { what: `same texts among ${DUPLICATE_ARTICLES}`, measured: timeOfDuplicates(), goal: '' },
  ]
}

function timesOfRails(archive: Archive, articles: number): Time[] {
  const random = randomFrom(7)
  const times: Time[] = []
  for (let i = 0; i < RAILS; i++) {
    const slug = `story-${Math.floor(random() * articles)}`
    const found = findArticle(slug, now(), archive)
    if (found?.state !== 'live') continue
    const time = timeOf(() => findRelated(found.article, now(), undefined, archive))
    if (i >= WARM_UP) times.push(time)
  }
  return times
}

function timeOfDuplicates(): string {
  const all = Array.from({ length: DUPLICATE_ARTICLES }, (_, number) => {
    const { path: at, text } = generateArticle(number)
    return { path: at, title: '', text }
  })
  return shown(timeOf(() => findNearDuplicates(all)))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  console.table(await benchRelated(Number(process.argv[2] ?? DEFAULT_ARTICLES), process.argv[3]))
}
