import { Filled } from '@/components/site/filled'
import { MomentTime } from '@/components/site/moment-time'
import type { QueueShow, QueueView } from '@/lib/comments/view'
import { articlePath, decidePath } from '@/lib/site/routes'
import type { Site } from '@/lib/site/site'
import { wordsOf } from '@/lib/words/words'
import page from './answer-page.module.css'
import form from './comment-form.module.css'
import { CommentText } from './comment-text'
import styles from './moderation-queue.module.css'

type Props = QueueView['comments'][number] & { show: QueueShow; site: Site }

export function QueuedComment({ comment, title, parent, show, site }: Props) {
  const { id, name, text, state, heldFor, created, article, addressHash } = comment
  const words = wordsOf(site).moderation
  const isDecided = show !== 'trail' && show !== 'mistakes'
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
        {isDecided && (
          <input
            type="checkbox"
            form="several"
            name="id"
            value={id}
            aria-label={`${words.select}: ${name}`}
          />
        )}
        <bdi id={`queued-${id}`} className={styles.name}>
          {name}
        </bdi>
        <a href={articlePath(article)}>{title}</a>
        <MomentTime moment={{ at: created, precision: 'minute' }} site={site} />
        {heldFor.map((reason) => (
          <span key={reason} className={styles.reason}>
            {words.reasons[reason]}
          </span>
        ))}
      </p>
      {parent && (
        <blockquote className={styles.sentence}>
          <p className={styles.head}>
            <Filled text={words.answers} values={{ name: <bdi>{parent.name}</bdi> }} />
          </p>
          <CommentText text={parent.text} />
        </blockquote>
      )}
      <CommentText text={text} />
      <form method="post" action={decidePath()} className={styles.actions}>
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="show" value={show} />
        {state !== 'approved' && button('approve', words.approve, '')}
        {state !== 'rejected' && button('reject', words.reject)}
        <span className={styles.apart}>
          {addressHash !== undefined && button('block', words.block)}
          {button('delete', words.delete)}
        </span>
      </form>
      <details className={styles.aside}>
        <summary>{words.replyAsEditor}</summary>
        <form method="post" action={decidePath()} className={form.form}>
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="show" value={show} />
          <div className={form.field}>
            <label htmlFor={`name-${id}`}>{words.yourName}</label>
            <input
              className={form.input}
              id={`name-${id}`}
              name="author"
              defaultValue={site.comments?.staff[0] ?? ''}
              required
            />
          </div>
          <div className={form.field}>
            <label htmlFor={`text-${id}`}>{words.yourReply}</label>
            <textarea className={form.input} id={`text-${id}`} name="comment" rows={4} required />
          </div>
          {button('reply', state === 'approved' ? words.sendReply : words.approveAndReply, '')}
        </form>
      </details>
    </article>
  )
}
