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
import { keepHouse } from '@/lib/comments/store/housekeeping'
import { OneTimeViews } from '@/lib/comments/store/one-time-views'
import { openCommentDatabase } from '@/lib/comments/store/open-database'
import { isThere } from '@/lib/comments/store/read-comments'
import { readSecretKey } from '@/lib/comments/store/secret-key'
import type { Endpoint } from '@/lib/http/endpoint'
import { articleSentences } from '@/lib/insight/article-sentences'
import { announceChange } from '@/lib/running/report'
import { now } from '@/lib/site/clock'
import type { Env } from '@/lib/site/env'

/** What editors are told of the comments. */
export type CommentFigures = {
  database: string
  /** What keeps comments from being read or written; absent while all is well. */
  trouble?: string
  /** Absent when they can't be counted now. */
  counts?: StateCounts
}

export type RunningComments = {
  endpoints: Endpoint[]
  /** Whether comments can be read and written, as far as is known without writing one. Answers in bounded time. */
  isUsable(): Promise<boolean>
  figures(): Promise<CommentFigures>
  stop(): Promise<void>
}

/** Opens the comments and answers for them. A database that can't be used now is no reason not to start. */
export function startComments(env: Env, log: Logger): RunningComments {
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
    findArticle: findDiscussed,
    findSentence,
    now,
  })
  const views = new OneTimeViews()
  const stopAnswering = answerPages(desk, counts, views)
  const stopHousekeeping = keepHouse(desk)
  const opened = database.open().then(() => counted(counts.recountAll()))
  return {
    endpoints: [...commentEndpoints(desk, views), commentsFeedEndpoint(env.siteUrl)],
    async isUsable() {
      // While tables are being made and comments counted nobody can read, which is no trouble yet.
      await opened
      const read = await database.read(isThere)
      return read.ok && database.trouble === undefined
    },
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

/** Without SITE_URL the site goes by any name that the front lets through: then the request's own host is its origin. */
function originsOf(env: Env, host: string | undefined): string[] {
  if (env.siteUrlIsSet || host === undefined) return [env.siteUrl]
  return [env.siteUrl, `http://${host}`, `https://${host}`]
}
