import type { Logger } from 'pino'
import type { Endpoint } from '@/lib/http/endpoint'
import { onChange } from '@/lib/running/report'
import type { Env } from '@/lib/site/env'
import type { ArchiveProcess } from './archive-process'
import { ensureBuild } from './build/build'
import { createSite } from './create-site'
import { lockDataDir } from './data-lock'
import { DevChanges } from './dev-changes'
import type { Site } from './front/exchange'
import { createFront } from './front/front'
import { securityHeaders } from './front/headers'
import { COMMENTS_MOVED, healthEndpoints, PROBED_MS } from './front/health'
import { AllowedHosts } from './front/hosts'
import { createHttpServer } from './front/http-server'
import type { ImageFinder } from './front/images'
import { listen } from './front/listen'
import { closeGently, closeWhenStopping } from './front/shutdown'
import { logAnswer } from './log'
import { knownFor } from './pages/known-for'
import { belongsToHotReload, startNext } from './pages/next-pages'
import type { PageCache } from './pages/page-cache'
import { prefetchRanking } from './pages/prefetch-ranking'
import type { RunningComments } from './start-comments'

type Options = {
  root: string
  dev: boolean
  env: Env
  log: Logger
  say: (line: string) => void
  startArchive: () => Promise<ArchiveProcess>
  /** Called once DATA_DIR is this server's own. */
  startComments: () => RunningComments
  findImage: ImageFinder
  endpoints: readonly Endpoint[]
}

export type RunningServer = {
  url: string
  /** What the page cache holds. */
  cacheFigures(): PageCache['figures'] | undefined
  stop(): Promise<void>
}

/** Starts everything in the order in which it can fail: lock, port, build, archive, Next, the first page. */
export async function startServer(options: Options): Promise<RunningServer> {
  const { root, dev, env, log, say } = options
  const always = securityHeaders(env.siteUrl)
  const lock = lockDataDir(
    env.dataDir,
    `the server with process number ${process.pid} at ${env.siteUrl}`,
  )
  const comments = options.startComments()
  const endpoints = [...comments.endpoints, ...options.endpoints]
  let site: Site | undefined
  let archive: ArchiveProcess | undefined
  let ready = false
  let stopping = false
  const tryFirstPage = knownFor(PROBED_MS, async () => {
    if (site !== undefined && (await rendersFirstPage(site, log))) ready = true
  })
  const readiness = async () => {
    if (!ready) await tryFirstPage()
    return {
      ready: ready && !stopping,
      contentErrors: archive?.contentErrors() ?? 0,
      comments: (await comments.isUsable()) ? 'usable' : 'unavailable',
      ...(comments.isMoved() && { commentsTrouble: COMMENTS_MOVED }),
    } as const
  }
  const front = createFront({
    hosts: new AllowedHosts(env),
    always,
    endpoints: [...healthEndpoints(readiness), ...endpoints],
    trustProxy: env.trustProxy,
    site: () => site,
    log: {
      error: (details, message) => log.error(details, message),
      answered: (req, res) => logAnswer(log, req, res),
      verbose: log.isLevelEnabled('debug'),
    },
  })
  const server = createHttpServer(front, always)
  closeWhenStopping(server, () => stopping)
  const url = await listen(server, env)
  if (!dev) await ensureBuild(root, say)
  archive = await options.startArchive()
  const next = await startNext({
    root,
    dev,
    siteUrl: env.siteUrl,
    port: env.port,
    hostname: new URL(url).hostname,
    httpServer: server,
  })
  const changes = dev ? new DevChanges(env.contentDir) : undefined
  site = await createSite({
    ...{ root, dev, siteUrl: env.siteUrl, log, findImage: options.findImage },
    endpoints,
    comments,
    always,
    render: (address) => {
      prefetchRanking(address)
      return changes ? changes.render(next.render, address) : next.render(address)
    },
  })
  if (changes) {
    site.passThrough = (req, res) => {
      if (changes.tell(req, res)) return true
      if (!belongsToHotReload(req)) return false
      next.passThrough(req, res)
      return true
    }
  }
  const stopListening = onChange((tags) => site?.cache.invalidate(tags))
  ready = await rendersFirstPage(site, log)
  return {
    url,
    cacheFigures: () => site?.cache.figures,
    async stop() {
      stopping = true
      await closeGently(server, dev ? 0 : undefined)
      stopListening()
      await Promise.allSettled([archive?.stop(), comments.stop(), next.close()])
      lock.release()
    },
  }
}

async function rendersFirstPage(site: Site, log: Logger): Promise<boolean> {
  try {
    await site.cache.get('/')
    return true
  } catch (error) {
    log.error({ err: error }, 'The front page cannot be rendered')
    return false
  }
}
