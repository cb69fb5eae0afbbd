import type { Comment } from '@/lib/comments/comment'
import { articleCommentsPath, commentPath } from '@/lib/routes'
import type { Site } from '@/lib/site'
import { MomentTime } from '../moment-time'
import { CommentText } from './comment-text'
import styles from './comment-view.module.css'

type Props = {
  comment: Comment
  site: Site
  inReplyTo?: Comment | undefined
  /** The page of comments it is on, where a reply is begun; absent when no replies are taken. */
  replyFromPage?: number | undefined
}

/** One comment of a thread, or the place where one was. */
export function CommentView({ comment, site, inReplyTo, replyFromPage }: Props) {
  const { id, name, text, state, byEditor, created, edited, article } = comment
  if (state !== 'approved') return <p className={styles.gone}>This comment was removed.</p>
  return (
    <article aria-labelledby={`by-${id}`}>
      <p className={styles.head}>
        <bdi className={styles.name} id={`by-${id}`}>
          {name}
        </bdi>
        {byEditor && <span className={styles.editor}>Editor</span>}
        {inReplyTo && (
          <a href={`#comment-${inReplyTo.id}`}>
            to <bdi>{inReplyTo.name || 'a removed comment'}</bdi>
          </a>
        )}
        <a href={commentPath(id)}>
          <MomentTime moment={{ at: created, precision: 'minute' }} site={site} />
        </a>
        {edited && <span>edited</span>}
      </p>
      <CommentText text={text} />
      {replyFromPage !== undefined && (
        <a
          className={styles.reply}
          rel="nofollow"
          href={articleCommentsPath(article, replyFromPage, 'respond', { replytocom: id })}
          aria-label={`Reply to ${name}`}
        >
          Reply
        </a>
      )}
    </article>
  )
}
