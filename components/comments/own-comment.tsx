import { Filled } from '@/components/site/filled'
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

const WRONG = {
  'aria-invalid': true,
  'aria-describedby': 'own-problem',
  autoFocus: true,
} as const

/** A comment for its writer, who came by the secret link. */
export function OwnComment({ view, site }: { view: OwnView; site: Site }) {
  const { comment, key, isNew, editableUntil } = view
  const problem = view.problems[0]?.problem
  const { comments, replies: words } = wordsOf(site)
  return (
    <TitledPage title={viewTitle(view, wordsOf(site))}>
      {isNew && comment.state === 'pending' ? (
        <>
          <p role="status">
            {comments.waits} <SaveLink href={ownCommentPath(comment.id, key)} site={site} />
          </p>
          <p>{comments.savedFor}</p>
        </>
      ) : (
        <p role="status">{words.states[comment.state]}</p>
      )}
      <p>
        <a href={articleCommentsPath(comment.article, 1, 'comments')}>{words.back}</a>
      </p>
      {editableUntil === undefined ? (
        <CommentText text={comment.text} />
      ) : (
        <form className={form.form} method="post" action={editCommentPath(comment.id)}>
          <input type="hidden" name="key" value={key} />
          <label htmlFor="own-text">
            <Filled
              text={words.editUntil}
              values={{
                time: (
                  <MomentTime moment={{ at: editableUntil, precision: 'minute' }} site={site} />
                ),
              }}
            />
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
            {words.save}
          </button>
        </form>
      )}
      <form className={form.form} method="post" action={deleteCommentPath(comment.id)}>
        <input type="hidden" name="key" value={key} />
        <p className={form.note}>{words.noUndo}</p>
        <button className={`${form.send} ${styles.quiet}`} type="submit">
          {words.delete}
        </button>
      </form>
    </TitledPage>
  )
}
