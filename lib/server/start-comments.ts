import type { Logger } from 'pino'
import { findArticle } from '@/lib/archive/read/articles'
import { readSite } from '@/lib/archive/read/pages'
import { commentsFeedEndpoint } from '@/lib/comments/http/comments-feed-endpoint'
import { commentEndpoints } from '@/lib/comments/http/endpoints'
import { tagsOfComments, tagsOfCounts, WITHOUT_COMMENTS_TAG } from '@/lib/comments/read-for-pages'
import { answerPages } from '@/lib/comments/store/answer-pages'
import { CommentCounts } from '@/lib/comments/store/comment-counts'
import { CommentDesk, type DiscussedArticle } from '@/lib/comments/store/comment-desk'
import { countByState, type StateCounts } from '@/lib/comments/store/count-comments'
import { lacksComments, openCommentDatabase } from '@/lib/comments/store/open-database'
import { askView } from '@/lib/comments/store/page-questions'
import { isThere } from '@/lib/comments/store/read-comments'
import { schedulePurge } from '@/lib/comments/store/scheduled-purge'
import { readSecretKey } from '@/lib/comments/store/secret-key'
import type { Endpoint } from '@/lib/http/endpoint'
import { articleSentences } from '@/lib/insight/article-sentences'
import { modelLabel } from '@/lib/model/worker-start'
import { OneTimeViews } from '@/lib/running/one-time-views'
import { announceChange } from '@/lib/running/report'
import { now } from '@/lib/site/clock'
import type { Env } from '@/lib/site/env'
import { PROBED_MS } from './front/health'
import { knownFor } from './pages/known-for'

/** The state of the comments, for editors. */
export type CommentFigures = {
  database: string
  /** Why comments can't be read or written; absent when they can. */
  trouble?: string
  /** Absent while they can't be counted. */
  counts?: StateCounts
}

export type RunningComments = {
  endpoints: Endpoint[]
  /** Whether comments can be read and written, as far as this is known without writing one. Answers in bounded time. */
  isUsable(): Promise<boolean>
  /** Whether the cause is that somebody deleted, replaced or overwrote the file. */
  isMoved(): boolean
  figures(): Promise<CommentFigures>
  /** How many published comments an article has, as far as this is known without a query. */
  count(article: string): number | undefined
  stop(): Promise<void>
}

/**
 * Opens the comments and answers requests about them. A database that can't be used now doesn't stop the server from
 * starting.
 */
export function startComments(env: Env, log: Logger): RunningComments {
  if (lacksComments(env)) {
    log.warn(
      `${env.dataDir} has a secret.key but no comments.sqlite: the site starts without comments.`,
    )
  }
  const database = openCommentDatabase(env, {
    log: (message) => log.warn(message),
    announce: (articles) => {
      announceChange(tagsOfComments(articles))
      return counted(counts.recount(articles))
    },
    readable: () => {
      announceChange([WITHOUT_COMMENTS_TAG])
      void counted(counts.recountAll())
    },
    watch: true,
  })
  const counted = (counting: Promise<void>) =>
    counting.catch((error: unknown) => log.error({ err: error }, 'Comments were not counted'))
  const counts = new CommentCounts(database, (articles) => announceChange(tagsOfCounts(articles)))
  const desk = new CommentDesk({
    database,
    ownKey: readSecretKey(env.dataDir),
    isShared: env.databaseUrl !== undefined,
    ...(env.adminToken !== undefined && { adminToken: env.adminToken }),
    siteOrigins: (host) => originsOf(env, host),
    settings: () => readSite().comments,
    paper: readSite,
    findArticle: findDiscussed,
    findSentence,
    model: env.askModel && modelLabel(env.askModel),
    now,
  })
  const views = new OneTimeViews(askView)
  const stopAnswering = answerPages(desk, counts)
  const stopHousekeeping = schedulePurge(desk)
  const opened = database.open().then(() => counted(counts.recountAll()))
  const isRead = knownFor(PROBED_MS, async () => {
    // While tables are created and comments counted nobody can read them, but nothing is wrong yet.
    await opened
    return (await database.read(isThere)).ok
  })
  return {
    endpoints: [...commentEndpoints(desk, views), commentsFeedEndpoint(env.siteUrl)],
    isUsable: async () => (await isRead()) && database.trouble === undefined,
    count: (article) => counts.known(article),
    isMoved: () => database.isMoved,
    async figures() {
      const counts = await database.read(countByState)
      const { trouble, where } = database
      return {
        database: where,
        ...(trouble !== undefined && { trouble }),
        ...(counts.ok && { counts: counts.value }),
      }
    },
    async stop() {
      stopHousekeeping()
      stopAnswering()
      views.stop()
      await database.close()
    },
  }
}

function findDiscussed(slug: string, at: Date): DiscussedArticle | undefined {
  const found = findArticle(slug, at)
  return found?.state === 'live' ? found.article : undefined
}

function findSentence(slug: string, id: string, at: Date): string | undefined {
  const found = findArticle(slug, at)
  if (found?.state !== 'live') return undefined
  return articleSentences(found.article).find((sentence) => sentence.id === id)?.text
}

/** Without SITE_URL the site answers to every name that the front allows, so the request's own host is its origin. */
function originsOf(env: Env, host: string | undefined): string[] {
  if (env.siteUrlIsSet || host === undefined) return [env.siteUrl]
  return [env.siteUrl, `http://${host}`, `https://${host}`]
}
