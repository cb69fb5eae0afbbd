import type { Comment } from '@/lib/comments/comment'
import type { CommentsPage } from '@/lib/comments/threads'
import { articleCommentsPath, commentsFeedPath, ownCommentPath } from '@/lib/site/routes'
import type { Site } from '@/lib/site/site'
import { CommentForm } from './comment-form'
import styles from './comments-section.module.css'
import { countComments } from './count-comments'
import { ThreadList } from './thread-list'

type Props = {
  article: { slug: string }
  site: Site
  /** Absent when the comments can't be had just now. */
  comments: CommentsPage | undefined
  isOpen: boolean
  /** What the reader is about to answer. */
  replyTo?: Comment | undefined
  /** What the reader has just posted, with the path of the page to edit and delete it. */
  mine?: { comment: Comment; key: string } | undefined
}

/** The comments of an article, and the form. */
export function CommentsSection({ article, site, comments, isOpen, replyTo, mine }: Props) {
  const total = comments?.total ?? 0
  return (
    <section id="comments" className={styles.comments} aria-labelledby="comments-title">
      <h2 id="comments-title" className={styles.title}>
        {total === 0 ? 'Comments' : countComments(total, site)}
      </h2>
      {mine && <Posted id={mine.comment.id} secret={mine.key} />}
      {comments === undefined ? (
        <p role="status">Comments are unavailable just now. They will be back.</p>
      ) : (
        <Listed article={article} site={site} comments={comments} isOpen={isOpen} />
      )}
      {isOpen ? (
        <post-comment className={styles.form}>
          <CommentForm article={article} parent={replyTo?.id} parentName={replyTo?.name} />
        </post-comment>
      ) : (
        <p className={styles.note}>This article takes no more comments.</p>
      )}
      {total > 0 && (
        <p className={styles.note}>
          <a href={commentsFeedPath(article.slug)}>Follow these comments in a feed reader</a>
        </p>
      )}
    </section>
  )
}

function Posted({ id, secret }: { id: string; secret: string }) {
  return (
    <p className={styles.posted} role="status">
      Thank you, your comment is published.{' '}
      <a href={ownCommentPath(id, secret)}>Edit or delete it</a>: keep that address, it is shown
      only this once.
    </p>
  )
}

type ListedProps = Pick<Props, 'article' | 'site' | 'isOpen'> & { comments: CommentsPage }

function Listed({ article, site, comments, isOpen }: ListedProps) {
  const { threads, page, pages } = comments
  if (threads.length === 0) {
    return <p>No comments yet.{isOpen && ' What do you think?'}</p>
  }
  const path = (to: number) => articleCommentsPath(article.slug, to, 'comments')
  return (
    <>
      <ThreadList threads={threads} site={site} replyFromPage={isOpen ? page : undefined} />
      {pages > 1 && (
        <nav className={styles.pages} aria-label="Pages of comments">
          {page > 1 && <a href={path(page - 1)}>Earlier comments</a>}
          <span>
            Page {page} of {pages}
          </span>
          {page < pages && <a href={path(page + 1)}>Later comments</a>}
        </nav>
      )}
    </>
  )
}
