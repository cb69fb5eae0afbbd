import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { startArchive } from '@/lib/archive/follow/start'
import { type Archive, openArchive } from '@/lib/archive/open'
import { readFrontPage } from '@/lib/archive/read/lists'
import { now } from '@/lib/site/clock'
import { Refusal } from '@/lib/site/refusal'
import { evaluateAsk } from './evaluate-ask'
import { evaluateKeyPoints } from './evaluate-key-points'
import type { EvaluateOptions } from './evaluate-options'
import { evaluateRelated } from './evaluate-related'
import { evaluateSearch } from './evaluate-search'
import { evaluateTags } from './evaluate-tags'
import { type Command, runCommand } from './run-command'

/** Each evaluation gives one record for each article or query, through the code that serves readers. */
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

/** Writes one line of JSON for each article or query. */
export const evaluate: Command = async (args, { stdout, cwd }) => {
  const { values, positionals } = parseArgs({
    args,
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
  if (!run || !content || !out || badLimit) throw new Refusal(USAGE)
  await withArchive(path.resolve(cwd, content), (archive) => {
    const at = now()
    const slugs = readSlugs(archive, at)
    const { queries, 'in-article': inArticle } = values
    const lines = [...run({ archive, slugs, now: at, limit, queries, inArticle })]
    writeFileSync(path.resolve(cwd, out), lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
    stdout.write(`${lines.length} lines for ${slugs.length} articles in ${out}\n`)
  })
  return 0
}

await runCommand(import.meta.url, evaluate)
