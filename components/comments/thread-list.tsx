import type { Thread } from '@/lib/comments/threads'
import type { Site } from '@/lib/site'
import { CommentView } from './comment-view'
import styles from './thread-list.module.css'

type Props = { threads: Thread[]; site: Site; replyFromPage?: number | undefined }

/** Threads and the replies below them, three steps to the right at most (lib/comments/threads). */
export function ThreadList({ threads, site, replyFromPage }: Props) {
  return (
    <ol className={styles.threads}>
      {threads.map(({ comment, replies, inReplyTo }) => (
        <li key={comment.id} id={`comment-${comment.id}`} className={styles.thread}>
          <CommentView
            comment={comment}
            site={site}
            inReplyTo={inReplyTo}
            replyFromPage={replyFromPage}
          />
          {replies.length > 0 && (
            <ThreadList threads={replies} site={site} replyFromPage={replyFromPage} />
          )}
        </li>
      ))}
    </ol>
  )
}
