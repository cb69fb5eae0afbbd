import { service } from '@/lib/running/registry'
import type { Comment } from '../comment'
import type { CommentsPage } from '../threads'
import type { View } from '../view'
import type { Outcome } from './engine'

/** What pages ask the server, since only the server has the database open. */
export const askPage = service<
  { article: string; page: number },
  Promise<Outcome<CommentsPage | undefined>>
>('comments-page')
/** Answered from memory, so that lists never wait. */
export const askCounts = service<readonly string[], Map<string, number>>('comment-counts')
export const askNewest = service<string, Promise<Outcome<Comment[]>>>('newest-comments')
/** The comment that a secret link belongs to; undefined when the link is wrong. */
export const askOwn = service<{ id: string; key: string }, Promise<Outcome<Comment | undefined>>>(
  'own-comment',
)
/** The article of a published comment, and the page of comments it is on; undefined when there is no such comment. */
export const askPlace = service<
  string,
  Promise<Outcome<{ article: string; page: number } | undefined>>
>('place-of-comment')
export const askView = service<string, View | undefined>('comment-view')
