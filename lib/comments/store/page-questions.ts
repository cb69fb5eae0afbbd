import { question } from '@/lib/threads/questions'
import type { Comment } from '../comment'
import type { CommentsPage } from '../threads'
import type { View } from '../view'
import type { Outcome } from './engine'

/** What pages ask the server, see questions.ts. */
export const askPage = question<
  { article: string; page: number },
  Outcome<CommentsPage | undefined>
>('page')
/** From memory: lists wait for nothing. */
export const askCounts = question<readonly string[], Map<string, number>>('counts')
export const askNewest = question<string, Outcome<Comment[]>>('newest')
/** The comment that a secret link is for; undefined when the link is wrong. */
export const askOwn = question<{ id: string; key: string }, Outcome<Comment | undefined>>('own')
export const askView = question<string, View | undefined>('view')
