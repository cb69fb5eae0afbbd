import type { Exported } from '@/lib/comments/commands/transfer'
import { commentId } from '@/lib/comments/comment-id'

export const TEXT = 'A comment of the length that comments have. '.repeat(7)

let count = 0

/** Ids in the order in which they are requested. */
export function newId(at: Date): string {
  count++
  return commentId(
    at,
    Uint8Array.from({ length: 8 }, (_, i) => (count >> (5 * (7 - i))) & 31),
  )
}

/** Comments in threads of four, as on a lively article. */
export function livelyArticle(article: string, comments: number): Exported[] {
  const begin = new Date('2025-11-23T12:00:00Z').getTime()
  let first = ''
  return Array.from({ length: comments }, (_, i) => {
    const created = new Date(begin + i * 1000)
    const id = newId(created)
    const isFirst = i % 4 === 0
    if (isFirst) first = id
    return {
      ...{ id, root: first, article, name: `Reader ${i % 700}`, heldFor: [] },
      ...(!isFirst && { parent: first }),
      ...{ text: `${TEXT} *${i}*`, state: 'approved' as const, byEditor: false },
      created: created.toISOString(),
    }
  })
}
