import { setTimeout as sleep } from 'node:timers/promises'
import { type RunningArchive, startArchive } from '@/lib/archive/follow/start'
import { findUpdated } from '@/lib/history/find-history'
import { readCorrections } from '@/lib/history/read-corrections'
import { readLastChanges } from '@/lib/history/store/read-last-changes'
import { readLateTranslations } from '@/lib/history/store/read-late-translations'
import { type RunningHistory, startHistory } from '@/lib/history/worker-start'
import { findImage, seenByReaders } from '@/lib/images/find-image'
import { Variants } from '@/lib/images/store-variants'
import { startModel } from '@/lib/model/worker-start'
import { editorEndpoints } from '@/lib/publish/http/endpoints'
import { type RunningRanking, startRanking } from '@/lib/ranking/worker-start'
import { searchEndpoints } from '@/lib/search/endpoints'
import { shareEndpoints } from '@/lib/share/endpoints'
import type { KnownChanges } from '@/lib/share/read-context'
import { now } from '@/lib/site/clock'
import type { Env } from '@/lib/site/env'
import { createLog } from './log'
import { type RunningServer, startServer } from './start'
import { type RunningComments, startComments } from './start-comments'

/** Starts the server with everything that pages need, until a signal stops it. */
export async function runServer(settings: Env, dev: boolean): Promise<void> {
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
    async startArchive() {
      const started = await startWithFollowers({ ...settings, log })
      archive.settle(started)
      return started
    },
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

/** The archive, which pages need, and the history and the ranking, which they don't wait for. */
async function startWithFollowers(options: Parameters<typeof startArchive>[0]) {
  const archive = await startArchive(options)
  let history: RunningHistory | undefined
  let ranking: RunningRanking | undefined
  return {
    ...archive,
    follow() {
      history = startHistory(options)
      ranking = startRanking(options)
    },
    async refresh() {
      const changes = await archive.refresh()
      await Promise.race([history?.refresh(), sleep(HISTORY_WAIT_MS, undefined, { ref: false })])
      return changes
    },
    async stop() {
      await ranking?.stop()
      await history?.stop()
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
