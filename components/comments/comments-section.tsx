import { wordsLanguage } from '@/components/site/language-attributes'
import type { Comment } from '@/lib/comments/comment'
import type { CommentsPage } from '@/lib/comments/threads'
import { articleCommentsPath, commentsFeedPath, ownCommentPath } from '@/lib/site/routes'
import type { Site } from '@/lib/site/site'
import { counted, fill, numeral, wordsOf } from '@/lib/words/words'
import { CommentForm } from './comment-form'
import styles from './comments-section.module.css'
import { SaveLink } from './save-link'
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
  const words = wordsOf(site).comments
  return (
    <section
      id="comments"
      className={styles.comments}
      aria-labelledby="comments-title"
      {...wordsLanguage(site)}
    >
      <h2 id="comments-title" className={styles.title}>
        {total === 0 ? words.title : counted(wordsOf(site).article.comments, total, site)}
      </h2>
      {mine && <Posted id={mine.comment.id} secret={mine.key} site={site} />}
      {comments === undefined ? (
        <p role="status">{words.unavailable}</p>
      ) : (
        <Listed article={article} site={site} comments={comments} isOpen={isOpen} />
      )}
      {isOpen ? (
        <post-comment
          className={styles.form}
          data-unsent={words.unsent}
          data-sending={wordsOf(site).elements.sending}
        >
          <CommentForm article={article} site={site} parent={replyTo?.id} answered={replyTo} />
        </post-comment>
      ) : (
        <p className={styles.note}>{words.closed}</p>
      )}
      {total > 0 && (
        <p className={styles.note}>
          <a href={commentsFeedPath(article.slug)}>{words.follow}</a>
        </p>
      )}
    </section>
  )
}

type PostedProps = { id: string; secret: string; site: Site }

function Posted({ id, secret, site }: PostedProps) {
  return (
    <p className={styles.posted} role="status">
      {wordsOf(site).comments.published} <SaveLink href={ownCommentPath(id, secret)} site={site} />
    </p>
  )
}

type ListedProps = Pick<Props, 'article' | 'site' | 'isOpen'> & { comments: CommentsPage }

function Listed({ article, site, comments, isOpen }: ListedProps) {
  const { threads, page, pages } = comments
  const words = wordsOf(site).comments
  if (threads.length === 0) {
    return (
      <p>
        {words.none} {isOpen && words.invite}
      </p>
    )
  }
  const path = (to: number) => articleCommentsPath(article.slug, to, 'comments')
  return (
    <>
      <ThreadList threads={threads} site={site} replyFromPage={isOpen ? page : undefined} />
      {pages > 1 && (
        <nav className={styles.pages} aria-label={words.pages}>
          {page > 1 && <a href={path(page - 1)}>{words.earlier}</a>}
          <span>
            {fill(wordsOf(site).lists.page, {
              page: numeral(page, site),
              pages: numeral(pages, site),
            })}
          </span>
          {page < pages && <a href={path(page + 1)}>{words.later}</a>}
        </nav>
      )}
    </>
  )
}
