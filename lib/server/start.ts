import path from 'node:path'
import type { Logger } from 'pino'
import type { Endpoint } from '@/lib/http/endpoint'
import { onChange } from '@/lib/running/report'
import { now } from '@/lib/site/clock'
import type { Env } from '@/lib/site/env'
import type { ArchiveProcess } from './archive-process'
import { prepareAssets } from './build/assets'
import { ensureBuild } from './build/build'
import { lockDataDir } from './data-lock'
import { DevChanges } from './dev-changes'
import type { Site } from './front/exchange'
import { BUILT_PATH, findServedFiles } from './front/find-served-files'
import { createFront } from './front/front'
import { securityHeaders } from './front/headers'
import { healthEndpoints } from './front/health'
import { AllowedHosts } from './front/hosts'
import { createHttpServer } from './front/http-server'
import type { ImageFinder } from './front/images'
import { listen } from './front/listen'
import { closeGently, closeWhenStopping } from './front/shutdown'
import { logAnswer } from './log'
import { Documents, ERROR_PATHS } from './pages/documents'
import { foresee } from './pages/foresee'
import { improveLater } from './pages/improve-later'
import { belongsToHotReload, startNext } from './pages/next-pages'
import { PageCache } from './pages/page-cache'
import { createPageSource } from './pages/page-source'
import { readStyleSheets } from './pages/style-sheets'
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
  const lock = lockDataDir(env.dataDir, process.pid, env.siteUrl)
  const comments = options.startComments()
  const endpoints = [...comments.endpoints, ...options.endpoints]
  let site: Site | undefined
  let archive: ArchiveProcess | undefined
  let ready = false
  let stopping = false
  const readiness = async () => {
    if (!ready && site !== undefined) ready = await rendersFirstPage(site, log)
    return {
      ready: ready && !stopping,
      contentErrors: archive?.status().errors ?? 0,
      comments: (await comments.isUsable()) ? 'usable' : 'unavailable',
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
    httpServer: server,
  })
  const changes = dev ? new DevChanges(env.contentDir) : undefined
  site = await createSite({
    ...options,
    endpoints,
    always,
    render: (address) => {
      foresee(address)
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

type SiteOptions = Options & {
  always: ReturnType<typeof securityHeaders>
  render: ConstructorParameters<typeof Documents>[0]['render']
}

async function createSite(options: SiteOptions): Promise<Site> {
  const { root, dev, log, always, render, endpoints } = options
  const assets = await prepareAssets({ root, dev, always })
  const builtDir = path.join(root, '.next/static')
  const sheets = dev ? new Map() : await readStyleSheets(builtDir, BUILT_PATH)
  const notFound = () => cache.get(ERROR_PATHS[404])
  const documents = new Documents({
    ...assets,
    sheets,
    render,
    notFound,
    siteUrl: options.env.siteUrl,
    dev,
    log,
  })
  const findFile = await findServedFiles({
    publicDir: path.join(root, 'public'),
    builtDir,
    dev,
  })
  const source = createPageSource({ endpoints, assets, findFile, documents, notFound, always, now })
  // In development every page is made anew: what changed is the code.
  const renderPage = dev ? async (key: string) => ({ ...(await source(key)), keep: false }) : source
  const cache = new PageCache({ render: renderPage, now, log, onImprovable: improveLater(log) })
  return {
    cache,
    render: renderPage,
    failure: () => documents.failure(),
    answerPage: (address, status, headers) => documents.answer(address, status, headers),
    findImage: options.findImage,
    findFile,
  }
}
