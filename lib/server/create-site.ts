import path from 'node:path'
import type { Logger } from 'pino'
import { theHistory } from '@/lib/history/read-source'
import type { Endpoint } from '@/lib/http/endpoint'
import { now } from '@/lib/site/clock'
import type { Paper } from '@/lib/words/words'
import { prepareAssets } from './build/assets'
import type { Site } from './front/exchange'
import { BUILT_PATH, findServedFiles } from './front/find-served-files'
import type { securityHeaders } from './front/headers'
import type { ImageFinder } from './front/images'
import { Documents } from './pages/documents'
import { findMissing } from './pages/find-missing'
import { findSame } from './pages/find-same'
import { improveLater } from './pages/improve-later'
import { PageCache } from './pages/page-cache'
import { listPageRoutes } from './pages/page-routes'
import { createPageSource, ERROR_KEYS } from './pages/page-source'
import { shortenNames } from './pages/short-names'
import { readStyleSheets } from './pages/style-sheets'
import type { RunningComments } from './start-comments'

type Options = {
  root: string
  /** The build of the pages; none in development. */
  buildDir: string | undefined
  siteUrl: string
  paper: () => Paper
  log: Logger
  endpoints: readonly Endpoint[]
  findImage: ImageFinder
  comments: RunningComments
  /** Security headers for every answer. */
  always: ReturnType<typeof securityHeaders>
  render: ConstructorParameters<typeof Documents>[0]['render']
}

/** Assembles what answers for pages and files, once Next can render. */
export async function createSite(options: Options): Promise<Site> {
  const { root, buildDir, siteUrl, paper, log, always, render, endpoints, comments } = options
  const dev = buildDir === undefined
  const assets = await prepareAssets({ root, buildDir, always })
  const builtDir = path.join(buildDir ?? path.join(root, '.next'), 'static')
  const styles = shortenNames(dev ? new Map() : await readStyleSheets(builtDir, BUILT_PATH))
  const notFound = () => cache.get(ERROR_KEYS[404])
  const documents = new Documents({
    ...assets,
    ...styles,
    render,
    notFound,
    siteUrl,
    paper,
    dev,
    now,
    log,
  })
  const findFile = await findServedFiles({
    publicDir: path.join(root, 'public'),
    builtDir,
    dev,
  })
  const routes = listPageRoutes(path.join(root, 'app'))
  const known = { routes, history: theHistory(), comments: comments.count }
  const lookUps = dev ? {} : { isMissing: findMissing(known), findSame }
  const kept = (key: string) => cache.get(key)
  const source = createPageSource({
    ...{ endpoints, assets, findFile, documents, notFound, kept, always, now, ...lookUps },
  })
  // In development every page is rendered again, because the code may have changed.
  const renderPage = dev ? async (key: string) => ({ ...(await source(key)), keep: false }) : source
  const cache = new PageCache({
    render: renderPage,
    now,
    elapsed: () => performance.now(),
    log,
    onImprovable: improveLater(log),
  })
  return {
    cache,
    render: renderPage,
    answerPage: (answer) => documents.answer(answer),
    findImage: options.findImage,
    findFile,
  }
}
