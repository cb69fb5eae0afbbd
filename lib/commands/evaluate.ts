import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { startArchive } from '@/lib/archive/follow/start'
import { type Archive, openArchive } from '@/lib/archive/open'
import { readFrontPage } from '@/lib/archive/read/lists'
import { Chooser } from '@/lib/model/find-choice'
import { choicesInMemory } from '@/lib/model/store-choices'
import { now } from '@/lib/site/clock'
import type { ModelSettings } from '@/lib/site/env'
import { Refusal } from '@/lib/site/refusal'
import { evaluateAsk } from './evaluate-ask'
import { evaluateKeyPoints } from './evaluate-key-points'
import type { EvaluateOptions } from './evaluate-options'
import { evaluateRelated } from './evaluate-related'
import { evaluateSearch } from './evaluate-search'
import { evaluateTags } from './evaluate-tags'
import { type Command, runCommand } from './run-command'

/** Each evaluation gives one record for each article or query, through the code that serves readers. */
const EVALUATIONS: Record<
  string,
  (options: EvaluateOptions) => Iterable<object> | AsyncIterable<object>
> = {
  related: evaluateRelated,
  search: evaluateSearch,
  'key-points': evaluateKeyPoints,
  ask: evaluateAsk,
  tags: evaluateTags,
}

const USAGE = `usage: npm run evaluate -- ${Object.keys(EVALUATIONS).join('|')} --content DIR --out FILE [--limit N] [--queries FILE] [--in-article] [--model]`

async function withArchive<T>(
  contentDir: string,
  use: (archive: Archive) => Promise<T>,
): Promise<T> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'broadsheet-evaluate-'))
  const quiet = () => undefined
  const log = { debug: quiet, info: quiet, warn: quiet, error: quiet }
  try {
    const running = await startArchive({ contentDir, dataDir, log })
    await running.stop()
    const archive = openArchive(dataDir, contentDir)
    try {
      return await use(archive)
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

/** The environment's model; its choices aren't stored, and the daily budget doesn't apply. */
function chooserOf(settings: ModelSettings | undefined, say: (line: string) => void): Chooser {
  if (settings === undefined) throw new Refusal('--model needs ASK_MODEL_URL and ASK_MODEL')
  const unbounded = { ...settings, callsPerDay: Number.POSITIVE_INFINITY }
  return new Chooser({
    ...{ settings: unbounded, choices: choicesInMemory(), now },
    log: { warn: (_, message) => say(message) },
  })
}

/** Writes one line of JSON for each article or query. */
export const evaluate: Command = async (args, { stdout, stderr, cwd, env }) => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      content: { type: 'string' },
      out: { type: 'string' },
      limit: { type: 'string' },
      queries: { type: 'string' },
      'in-article': { type: 'boolean', default: false },
      model: { type: 'boolean', default: false },
    },
  })
  const run = EVALUATIONS[positionals[0] ?? '']
  const { content, out } = values
  const limit = values.limit === undefined ? undefined : Number(values.limit)
  const badLimit = limit !== undefined && !(Number.isInteger(limit) && limit > 0)
  if (!run || !content || !out || badLimit) throw new Refusal(USAGE)
  const model = values.model
    ? chooserOf(env().askModel, (line) => stderr.write(`${line}\n`))
    : undefined
  await withArchive(path.resolve(cwd, content), async (archive) => {
    const at = now()
    const slugs = readSlugs(archive, at)
    const { queries, 'in-article': inArticle } = values
    const options = { archive, slugs, now: at, limit, queries, inArticle, model }
    const lines: object[] = []
    for await (const line of run(options)) lines.push(line)
    writeFileSync(path.resolve(cwd, out), lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
    stdout.write(`${lines.length} lines for ${slugs.length} articles in ${out}\n`)
  })
  return 0
}

await runCommand(import.meta.url, evaluate)
