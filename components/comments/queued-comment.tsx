import type { HoldReason } from '@/lib/comments/comment'
import type { QueueShow, QueueView } from '@/lib/comments/view'
import { articlePath, decidePath } from '@/lib/site/routes'
import type { Site } from '@/lib/site/site'
import { MomentTime } from '../moment-time'
import page from './answer-page.module.css'
import form from './comment-form.module.css'
import { CommentText } from './comment-text'
import styles from './moderation-queue.module.css'

const REASONS: Record<HoldReason, string> = {
  link: 'has a link',
  repeat: 'was posted before',
  'look-alike': 'name looks like another’s',
  blocked: 'from a blocked address',
  honeypot: 'filled the field that nobody sees',
}

type Props = QueueView['comments'][number] & { show: QueueShow; site: Site }

export function QueuedComment({ comment, title, parent, show, site }: Props) {
  const { id, name, text, state, heldFor, created, article, addressHash } = comment
  const button = (action: string, label: string, weight = page.quiet) => (
    <button
      className={`${form.send} ${weight}`}
      name="action"
      value={action}
      type="submit"
      aria-label={`${label}: ${name}`}
    >
      {label}
    </button>
  )
  return (
    <article aria-labelledby={`queued-${id}`}>
      <p className={styles.head}>
        <bdi id={`queued-${id}`} className={styles.name}>
          {name}
        </bdi>
        <a href={articlePath(article)}>{title}</a>
        <MomentTime moment={{ at: created, precision: 'minute' }} site={site} />
        {heldFor.map((reason) => (
          <span key={reason} className={styles.reason}>
            {REASONS[reason]}
          </span>
        ))}
      </p>
      {parent && (
        <details className={styles.aside}>
          <summary>
            Answers <bdi>{parent.name}</bdi>
          </summary>
          <CommentText text={parent.text} />
        </details>
      )}
      <CommentText text={text} />
      <form method="post" action={decidePath()} className={styles.actions}>
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="show" value={show} />
        {state !== 'approved' && button('approve', 'Approve', '')}
        {state !== 'rejected' && button('reject', 'Reject')}
        {button('delete', 'Delete')}
        {addressHash !== undefined && button('block', 'Block for a day')}
      </form>
      <details className={styles.aside}>
        <summary>Reply as editor</summary>
        <form method="post" action={decidePath()} className={form.form}>
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="show" value={show} />
          <div className={form.field}>
            <label htmlFor={`name-${id}`}>Your name</label>
            <input
              className={form.input}
              id={`name-${id}`}
              name="author"
              defaultValue={site.comments?.staff[0] ?? ''}
              required
            />
          </div>
          <div className={form.field}>
            <label htmlFor={`text-${id}`}>Your answer</label>
            <textarea className={form.input} id={`text-${id}`} name="comment" rows={4} required />
          </div>
          {button('reply', state === 'approved' ? 'Reply' : 'Approve and reply', '')}
        </form>
      </details>
    </article>
  )
}
