import { setTimeout as sleep } from 'node:timers/promises'
import { type RunningArchive, startArchive } from '@/lib/archive/follow/start'
import { findUpdated } from '@/lib/history/find-history'
import { readCorrections } from '@/lib/history/read-corrections'
import { readLastChanges } from '@/lib/history/store/read-last-changes'
import { readLateTranslations } from '@/lib/history/store/read-late-translations'
import { startHistory } from '@/lib/history/worker-start'
import { findImage, seenByReaders } from '@/lib/images/find-image'
import { Variants } from '@/lib/images/store-variants'
import { startModel } from '@/lib/model/worker-start'
import { editorEndpoints } from '@/lib/publish/http/endpoints'
import { startRanking } from '@/lib/ranking/worker-start'
import { searchEndpoints } from '@/lib/search/endpoints'
import { shareEndpoints } from '@/lib/share/endpoints'
import type { KnownChanges } from '@/lib/share/read-context'
import { now } from '@/lib/site/clock'
import { env, setMode } from '@/lib/site/env'
import { outliveReaders } from '@/lib/site/outlive-readers'
import { createLog } from './log'
import type { RunningServer } from './start'
import type { RunningComments } from './start-comments'
import { StartError } from './start-error'

/** `npm start`, and `npm run dev` with `--dev`. */
async function main(): Promise<void> {
  // Otherwise a failed write would reach Next's exception handler, which writes to the same place.
  outliveReaders(() => true)
  const dev = process.argv.includes('--dev')
  setMode(dev ? 'development' : 'production')
  const settings = readSettings()
  // Loads Next, and with it React, which read the mode as they load.
  const { startServer } = await import('./start')
  const { startComments } = await import('./start-comments')
  const log = createLog(settings.logLevel, { isTerminal: process.stderr.isTTY })
  const variants = new Variants(settings.dataDir)
  const model = settings.askModel && startModel(settings.askModel, settings.dataDir, log)
  // In development an editor also sees drafts, with their pictures.
  const maySee = dev ? () => true : seenByReaders(now)
  const archive = new Later<RunningArchive>()
  const comments = new Later<RunningComments>()
  let running: RunningServer | undefined
  const say = (line: string) => process.stdout.write(`${line}\n`)
  const starting = startServer({
    root: process.cwd(),
    dev,
    env: settings,
    log,
    say,
    startArchive: async () => archive.settle(await startWithFollowers({ ...settings, log })),
    findImage: (asked) => findImage(asked, { variants, maySee }),
    startComments: () => comments.settle(startComments(settings, log)),
    endpoints: [
      ...searchEndpoints,
      ...shareEndpoints(settings.siteUrl, log, knownChanges),
      ...editorEndpoints(settings, log, {
        variants,
        archive: archive.value,
        cacheFigures: () => running?.cacheFigures(),
        comments: comments.value,
        lateTranslations: readLateTranslations,
        model,
      }),
    ],
  })
  stopOnSignal(async () => {
    await (await starting).stop()
    await model?.stop()
  })
  running = await starting
  say(`Broadsheet is at ${running.url}`)
}

/** What the history knows about changes, for feeds and sitemaps. */
const knownChanges = (at: Date): KnownChanges => ({
  changedInHistory: async (article) => (await findUpdated(article, at))?.since.at,
  changesInHistory: (paths) => readLastChanges(paths, at),
  newestNotices: () => readCorrections(1, at)?.notices ?? [],
})
/**
 * The webhook answers once the history knows the push too, since an article's history is one of its addresses. The wait is
 * limited: a first reading of a long history takes minutes, which its pages say, and GitHub gives up after ten seconds.
 */
const HISTORY_WAIT_MS = 5_000

/** Starts the history and the ranking once the archive is ready; no page waits for them. */
async function startWithFollowers(options: Parameters<typeof startArchive>[0]) {
  const archive = await startArchive(options)
  const history = startHistory(options)
  const ranking = startRanking(options)
  return {
    ...archive,
    async refresh() {
      const changes = await archive.refresh()
      await Promise.race([history.refresh(), sleep(HISTORY_WAIT_MS, undefined, { ref: false })])
      return changes
    },
    async stop() {
      await ranking.stop()
      await history.stop()
      await archive.stop()
    },
  }
}

/** A value that others can wait for before it exists. */
class Later<T> {
  readonly value: Promise<T>
  #resolve: (value: T) => void = () => undefined

  constructor() {
    this.value = new Promise((resolve) => {
      this.#resolve = resolve
    })
  }

  settle(value: T): T {
    this.#resolve(value)
    return value
  }
}

function readSettings() {
  try {
    return env()
  } catch (error) {
    throw new StartError(error instanceof Error ? error.message : String(error), { cause: error })
  }
}

/** The first signal stops the server gently; later ones are ignored. */
function stopOnSignal(stop: () => Promise<void>): void {
  let stopping = false
  const onSignal = () => {
    if (stopping) return
    stopping = true
    stop().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  process.on('SIGTERM', onSignal)
  process.on('SIGINT', onSignal)
}

main().catch((error: unknown) => {
  const known = error instanceof StartError
  process.stderr.write(
    known ? `${error.message}\n` : `${String(error instanceof Error ? error.stack : error)}\n`,
  )
  process.exit(1)
})
