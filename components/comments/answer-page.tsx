import type { ReactNode } from 'react'
import type { FormView, OwnView, View } from '@/lib/comments/view'
import { articleCommentsPath, deleteCommentPath, editCommentPath } from '@/lib/routes'
import type { Site } from '@/lib/site'
import { MessagePage } from '../message-page'
import styles from './answer-page.module.css'
import { CommentForm } from './comment-form'
import form from './comment-form.module.css'
import { CommentText } from './comment-text'
import { ModerationQueue } from './moderation-queue'
import { SignIn } from './sign-in'

/** What an answer to a form shows. */
export function AnswerPage({ view, site }: { view: View; site: Site }) {
  switch (view.kind) {
    case 'form':
      return <FormAgain view={view} />
    case 'own':
      return <OwnComment view={view} />
    case 'sign-in':
      return <SignIn view={view} />
    case 'queue':
      return <ModerationQueue view={view} site={site} />
    case 'message':
      return (
        <MessagePage title={view.title}>
          <p>{view.text}</p>
        </MessagePage>
      )
  }
}

function Page({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className={styles.page}>
      <h1 className={styles.title}>{title}</h1>
      {children}
    </div>
  )
}

function FormAgain({ view }: { view: FormView }) {
  const { article, name, text, problems, notice, confirm, parent, isClosed } = view
  const title = confirm === undefined ? 'Your comment isn’t posted yet' : 'Post this comment?'
  return (
    <Page title={title}>
      <p>
        On <a href={articleCommentsPath(article.slug, 1, 'comments')}>{article.title}</a>
      </p>
      {notice && (
        <p className={styles.notice} role="alert">
          {notice}
        </p>
      )}
      {isClosed ? (
        <CommentText text={text} />
      ) : (
        <CommentForm {...{ article, parent, name, text, problems, confirm }} />
      )}
    </Page>
  )
}

const STATES = {
  pending: 'It waits for an editor, who looks at every comment before it appears.',
  approved: 'It is published.',
  rejected: 'It was not published.',
  deleted: 'It was deleted.',
} as const

function OwnComment({ view }: { view: OwnView }) {
  const { comment, key, isNew, editableUntil, problems } = view
  return (
    <Page title={isNew ? 'Thank you for your comment' : 'Your comment'}>
      <p>
        {STATES[comment.state]}{' '}
        <a href={articleCommentsPath(comment.article, 1, 'comments')}>Back to the article</a>
      </p>
      {isNew && (
        <p>Keep the address of this page: with it you can delete your comment at any time.</p>
      )}
      {editableUntil === undefined ? (
        <CommentText text={comment.text} />
      ) : (
        <form className={form.form} method="post" action={editCommentPath(comment.id)}>
          <input type="hidden" name="key" value={key} />
          <label htmlFor="own-text">
            Your words, which you can change for a quarter of an hour
          </label>
          <textarea
            id="own-text"
            className={form.input}
            name="comment"
            rows={6}
            dir="auto"
            defaultValue={comment.text}
          />
          {problems.map(({ problem }) => (
            <p key={problem} className={form.problem} role="alert">
              {problem}
            </p>
          ))}
          <button className={form.send} type="submit">
            Save
          </button>
        </form>
      )}
      <form className={form.form} method="post" action={deleteCommentPath(comment.id)}>
        <input type="hidden" name="key" value={key} />
        <p>Deleting can’t be undone.</p>
        <button className={form.send} type="submit">
          Delete this comment
        </button>
      </form>
    </Page>
  )
}
