import type { Thread } from '@/lib/comments/threads'
import styles from './thread-list.module.css'
import { type Place, threadItems } from './thread-markup'

/** Threads of comments. */
export function ThreadList({ threads, ...place }: Place & { threads: readonly Thread[] }) {
  const html = threadItems(threads, place)
    .map((item) => item.html)
    .join('')
  return (
    <ol
      className={styles.threads}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: `markup` escapes every text, renderComment those with marks
      dangerouslySetInnerHTML={{ __html: html }}
    />
  )
}
