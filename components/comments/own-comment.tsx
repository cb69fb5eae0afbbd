import { MomentTime } from '@/components/site/moment-time'
import type { OwnView } from '@/lib/comments/view'
import { viewTitle } from '@/lib/comments/view-title'
import {
  articleCommentsPath,
  deleteCommentPath,
  editCommentPath,
  ownCommentPath,
} from '@/lib/site/routes'
import type { Site } from '@/lib/site/site'
import { wordsOf } from '@/lib/words/words'
import styles from './answer-page.module.css'
import form from './comment-form.module.css'
import { CommentText } from './comment-text'
import { SaveLink } from './save-link'
import { TitledPage } from './titled-page'

const STATES = {
  pending: 'It is waiting. An editor reads each comment before it appears.',
  approved: 'It is published.',
  rejected: 'It was not published.',
  deleted: 'It was deleted.',
} as const

const WRONG = {
  'aria-invalid': true,
  'aria-describedby': 'own-problem',
  autoFocus: true,
} as const

/** A comment for its writer, who came by the secret link. */
export function OwnComment({ view, site }: { view: OwnView; site: Site }) {
  const { comment, key, isNew, editableUntil } = view
  const problem = view.problems[0]?.problem
  const words = wordsOf(site).comments
  return (
    <TitledPage title={viewTitle(view)}>
      {isNew && comment.state === 'pending' ? (
        <>
          <p role="status">
            {words.waits} <SaveLink href={ownCommentPath(comment.id, key)} site={site} />
          </p>
          <p>{words.savedFor}</p>
        </>
      ) : (
        <p role="status">{STATES[comment.state]}</p>
      )}
      <p>
        <a href={articleCommentsPath(comment.article, 1, 'comments')}>Back to the article</a>
      </p>
      {editableUntil === undefined ? (
        <CommentText text={comment.text} />
      ) : (
        <form className={form.form} method="post" action={editCommentPath(comment.id)}>
          <input type="hidden" name="key" value={key} />
          <label htmlFor="own-text">
            Your words, which you can change until{' '}
            <MomentTime moment={{ at: editableUntil, precision: 'minute' }} site={site} />
          </label>
          <textarea
            id="own-text"
            className={form.input}
            name="comment"
            rows={6}
            dir="auto"
            defaultValue={comment.text}
            required
            {...(problem !== undefined && WRONG)}
          />
          {problem !== undefined && <p id="own-problem">{problem}</p>}
          <button className={form.send} type="submit">
            Save
          </button>
        </form>
      )}
      <form className={form.form} method="post" action={deleteCommentPath(comment.id)}>
        <input type="hidden" name="key" value={key} />
        <p className={form.note}>Deleting can’t be undone.</p>
        <button className={`${form.send} ${styles.quiet}`} type="submit">
          Delete this comment
        </button>
      </form>
    </TitledPage>
  )
}
