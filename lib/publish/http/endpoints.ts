import type { Logger } from 'pino'
import type { RunningArchive } from '@/lib/archive/follow/start'
import { findArticleFile, readUnpublished } from '@/lib/archive/read/unpublished'
import { tellCommit } from '@/lib/git/head'
import { pullContent } from '@/lib/git/pull'
import { repositoryOf } from '@/lib/git/repository'
import type { Endpoint } from '@/lib/http/endpoint'
import { networkOf } from '@/lib/http/network'
import type { Variants } from '@/lib/images/store-variants'
import { OneTimeViews } from '@/lib/running/one-time-views'
import { now } from '@/lib/site/clock'
import type { Env } from '@/lib/site/env'
import { absoluteUrl, previewPath, publishPath, statusPath } from '@/lib/site/routes'
import { previewQuery } from '../preview-link'
import { Publications } from '../store/publications'
import { Publisher } from '../store/publisher'
import { askEditorView, type Status } from '../view'
import { AdminGate } from './admin'
import { previewImages } from './preview-images'
import { PUBLISH_MAX_BYTES, publishHook } from './publish-hook'
import { showPreview } from './show-preview'
import { showStatus } from './show-status'

type Running = {
  variants: Variants
  archive: Promise<RunningArchive>
  cacheFigures: () => Status['cache']
  comments: Promise<{ figures(): Promise<Status['comments']> }>
  lateTranslations: (now: Date) => Status['lateTranslations']
  model: { figures(): Promise<Status['model'] | undefined> } | undefined
}

/** The most drafts that /status links to; no newsroom has more. */
const MAX_UNPUBLISHED = 200

/** The editors' addresses: the webhook, the state of the site, previews. */
export function editorEndpoints(env: Env, log: Logger, running: Running): Endpoint[] {
  const { adminToken, publishSecret: secret } = env
  const views = new OneTimeViews(askEditorView)
  // Found now, so that a repository placed in the folder later isn't mistaken for it.
  repositoryOf(env.contentDir)
  const publications = new Publications(env.dataDir)
  const publisher = new Publisher({
    publications,
    pull: () => pullContent(repositoryOf(env.contentDir)),
    archive: running.archive,
    now,
    log,
  })
  const gate = new AdminGate({
    adminToken,
    networkOf: (client) => networkOf(client) ?? client,
    now,
  })
  const readStatus = () => statusOf(env, running, publications)
  return [
    {
      methods: ['POST'],
      path: publishPath(),
      maxBody: PUBLISH_MAX_BYTES,
      // A push during the start waits for the archive before it is published.
      early: true,
      handle: (request) => publishHook({ secret, publisher }, request),
    },
    {
      methods: ['GET'],
      path: statusPath(),
      handle: (request) => showStatus({ gate, views, readStatus }, request),
    },
    {
      methods: ['GET'],
      path: /^\/preview\/(?<slug>[^/]+)$/,
      handle: (request) =>
        showPreview(
          { adminToken, views, now, hasFile: (slug) => findArticleFile(slug) !== undefined },
          request,
        ),
    },
    previewImages({ adminToken, variants: running.variants, now }),
  ]
}

async function statusOf(env: Env, running: Running, publications: Publications): Promise<Status> {
  const { version, sqliteVersion, ...index } = (await running.archive).status()
  const at = now()
  const cache = running.cacheFigures()
  const model = await running.model?.figures()
  const preview = (slug: string) =>
    env.adminToken === undefined
      ? ''
      : absoluteUrl(env.siteUrl, previewPath(slug, previewQuery(env.adminToken, slug, at)))
  return {
    index: { ...index, ...(await tellCommit(repositoryOf(env.contentDir))) },
    ...(cache && { cache }),
    ...(model && { model }),
    comments: await (await running.comments).figures(),
    publications: publications.last,
    lateTranslations: running.lateTranslations(at),
    unpublished: readUnpublished(at, MAX_UNPUBLISHED).map((story) => ({
      ...story,
      preview: preview(story.slug),
    })),
    versions: { node: process.versions.node, sqlite: sqliteVersion, archive: version },
    webhook: env.publishSecret === undefined ? 'closed' : 'open',
  }
}
