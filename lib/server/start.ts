import path from 'node:path'
import type { Logger } from 'pino'
import type { Endpoint } from '@/lib/http/endpoint'
import { onChange } from '@/lib/running/report'
import type { Env } from '@/lib/site/env'
import type { ArchiveProcess } from './archive-process'
import { ensureBuild } from './build/build'
import { createSite } from './create-site'
import { lockDataDir } from './data-lock'
import { DevChanges } from './dev-changes'
import { findPaper, readPaper } from './find-paper'
import { FirstPage } from './first-page'
import type { Site } from './front/exchange'
import { createFront } from './front/front'
import { securityHeaders } from './front/headers'
import { COMMENTS_MOVED, healthEndpoints } from './front/health'
import { AllowedHosts } from './front/hosts'
import { createHttpServer } from './front/http-server'
import type { ImageFinder } from './front/images'
import { listen } from './front/listen'
import { closeGently, closeWhenStopping } from './front/shutdown'
import { logAnswer } from './log'
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
  /** Called once this server has the lock on DATA_DIR. */
  startComments: () => RunningComments
  findImage: ImageFinder
  endpoints: readonly Endpoint[]
}

export type RunningServer = {
  url: string
  /** The contents of the page cache. */
  cacheFigures(): PageCache['figures'] | undefined
  stop(): Promise<void>
}

/** Starts everything, in the order in which things may fail: lock, port, build, archive, Next, the first page. */
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
  const configured = readPaper(env.contentDir)
  const paper = () => (site === undefined ? configured : findPaper(configured))
  let archive: ArchiveProcess | undefined
  let stopping = false
  let firstPage: FirstPage | undefined
  const readiness = async () => {
    return {
      ready: firstPage?.isRendered === true && !stopping,
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
    paper,
    log: {
      error: (details, message) => log.error(details, message),
      answered: (req, res) => logAnswer(log, req, res),
      verbose: log.isLevelEnabled('debug'),
    },
  })
  const server = createHttpServer(front, always)
  closeWhenStopping(server, () => stopping)
  const url = await listen(server, env)
  const distDir = dev ? undefined : await ensureBuild(root, say)
  archive = await options.startArchive()
  const next = await startNext({
    root,
    distDir,
    siteUrl: env.siteUrl,
    port: env.port,
    hostname: new URL(url).hostname,
    httpServer: server,
  })
  const changes = dev ? new DevChanges(env.contentDir) : undefined
  site = await createSite({
    ...{ root, siteUrl: env.siteUrl, paper, log, findImage: options.findImage },
    buildDir: distDir && path.join(root, distDir),
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
  const { cache } = site
  const first = new FirstPage({ render: () => cache.get('/'), log })
  firstPage = first
  const stopListening = onChange((tags) => {
    cache.invalidate(tags)
    void first.try()
  })
  await first.try()
  archive.follow()
  return {
    url,
    cacheFigures: () => cache.figures,
    async stop() {
      stopping = true
      await closeGently(server, dev ? 0 : undefined)
      stopListening()
      first.stop()
      await Promise.allSettled([archive?.stop(), comments.stop(), next.close()])
      lock.release()
    },
  }
}
