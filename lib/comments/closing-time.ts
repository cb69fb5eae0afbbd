const DAY = 86_400_000

export type Discussed = { published: { at: Date }; comments?: 'open' | 'closed' }

/** Whether an article takes comments now, and until when: its front matter decides, or else its age. */
export function commentsOpen(
  article: Discussed,
  closeAfterDays: number | undefined,
  now: Date,
): { open: true; until?: Date } | { open: false } {
  if (article.comments === 'closed') return { open: false }
  if (article.comments === 'open' || closeAfterDays === undefined) return { open: true }
  const until = new Date(article.published.at.getTime() + closeAfterDays * DAY)
  return now < until ? { open: true, until } : { open: false }
}
