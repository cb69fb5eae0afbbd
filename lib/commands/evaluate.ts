import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { startArchive } from '@/lib/archive/follow/start'
import { type Archive, openArchive } from '@/lib/archive/open'
import { readFrontPage } from '@/lib/archive/read/lists'
import { now } from '@/lib/site/clock'
import { outliveReaders } from '@/lib/site/outlive-readers'
import { evaluateAsk } from './evaluate-ask'
import { evaluateKeyPoints } from './evaluate-key-points'
import type { EvaluateOptions } from './evaluate-options'
import { evaluateRelated } from './evaluate-related'
import { evaluateSearch } from './evaluate-search'
import { evaluateTags } from './evaluate-tags'

/** What can be evaluated: each gives one record for each article or query, through the code that serves readers. */
const EVALUATIONS: Record<string, (options: EvaluateOptions) => Iterable<object>> = {
  related: evaluateRelated,
  search: evaluateSearch,
  'key-points': evaluateKeyPoints,
  ask: evaluateAsk,
  tags: evaluateTags,
}

const USAGE = `usage: npm run evaluate -- ${Object.keys(EVALUATIONS).join('|')} --content DIR --out FILE [--limit N] [--queries FILE] [--in-article]`

async function withArchive<T>(contentDir: string, use: (archive: Archive) => T): Promise<T> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'broadsheet-evaluate-'))
  const quiet = () => undefined
  const log = { debug: quiet, info: quiet, warn: quiet, error: quiet }
  try {
    const running = await startArchive({ contentDir, dataDir, log })
    await running.stop()
    const archive = openArchive(dataDir, contentDir)
    try {
      return use(archive)
    } finally {
      archive.close()
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}

function readSlugs(archive: Archive, at: Date): string[] {
  const slugs: string[] = []
  for (let page = 1; ; page++) {
    const found = readFrontPage(page, at, archive)
    if (found === undefined) return slugs
    for (const { slug } of found.articles) slugs.push(slug)
  }
}

async function evaluate(): Promise<string> {
  outliveReaders()
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      content: { type: 'string' },
      out: { type: 'string' },
      limit: { type: 'string' },
      queries: { type: 'string' },
      'in-article': { type: 'boolean', default: false },
    },
  })
  const run = EVALUATIONS[positionals[0] ?? '']
  const { content, out } = values
  const limit = values.limit === undefined ? undefined : Number(values.limit)
  const badLimit = limit !== undefined && !(Number.isInteger(limit) && limit > 0)
  if (!run || !content || !out || badLimit) throw new Error(USAGE)
  return withArchive(path.resolve(content), (archive) => {
    const at = now()
    const slugs = readSlugs(archive, at)
    const { queries, 'in-article': inArticle } = values
    const lines = [...run({ archive, slugs, now: at, limit, queries, inArticle })]
    writeFileSync(out, lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
    return `${lines.length} lines for ${slugs.length} articles in ${out}`
  })
}

try {
  console.log(await evaluate())
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
