import { MomentTime } from '@/components/site/moment-time'
import type { QueueShow, QueueView } from '@/lib/comments/view'
import { articlePath, decidePath, moderatePath, signOutPath } from '@/lib/site/routes'
import type { Site } from '@/lib/site/site'
import { numeral, wordsOf } from '@/lib/words/words'
import page from './answer-page.module.css'
import form from './comment-form.module.css'
import styles from './moderation-queue.module.css'
import { QueuedComment } from './queued-comment'
import { QueuedReport } from './queued-report'

const LISTS: readonly QueueShow[] = ['pending', 'approved', 'rejected', 'mistakes', 'trail']

/** The editor's desk: one list at a time, each comment with a form of buttons. Tab and Enter are all it takes; script adds keys. */
export function ModerationQueue({ view, site }: { view: QueueView; site: Site }) {
  const { show, comments, reports, trail, waiting, waitingReports } = view
  const words = wordsOf(site).moderation
  const isEmpty = comments.length + reports.length === 0
  return (
    <div className={styles.desk}>
      <div className={styles.top}>
        <h1 className={styles.title}>{words.title}</h1>
        <form method="post" action={signOutPath()}>
          <button className={`${form.send} ${page.quiet}`} type="submit">
            {words.signOut}
          </button>
        </form>
      </div>
      <nav aria-label={words.lists} className={styles.lists}>
        {LISTS.map((list) => (
          <a
            key={list}
            href={moderatePath(list === 'pending' ? undefined : list)}
            aria-current={list === show ? 'page' : undefined}
          >
            {words[list]}
            {list === 'pending' && ` (${numeral(waiting, site)})`}
            {list === 'mistakes' && ` (${numeral(waitingReports, site)})`}
          </a>
        ))}
      </nav>
      {show !== 'trail' && isEmpty && <p>{words.empty[show]}</p>}
      {comments.length > 0 && (
        <ol className={styles.queue} id="queue">
          {comments.map((queued) => (
            <li key={queued.comment.id} className={styles.item}>
              <QueuedComment {...queued} show={show} site={site} />
            </li>
          ))}
        </ol>
      )}
      {comments.length > 0 && <Several show={show} site={site} />}
      {reports.length > 0 && (
        <ol className={styles.queue}>
          {reports.map(({ report, title }) => (
            <li key={report.id} className={styles.item}>
              <QueuedReport report={report} title={title} site={site} />
            </li>
          ))}
        </ol>
      )}
      {show === 'trail' && <Trail trail={trail} site={site} />}
    </div>
  )
}

/** Decides on all comments that are ticked. */
function Several({ show, site }: { show: QueueShow; site: Site }) {
  const words = wordsOf(site).moderation
  return (
    <form
      id="several"
      method="post"
      action={decidePath()}
      className={styles.several}
      aria-label={words.several}
    >
      <input type="hidden" name="show" value={show} />
      {show !== 'approved' && (
        <button className={form.send} name="action" value="approve" type="submit">
          {words.approveSelected}
        </button>
      )}
      {show !== 'rejected' && (
        <button className={`${form.send} ${page.quiet}`} name="action" value="reject" type="submit">
          {words.rejectSelected}
        </button>
      )}
      <p className={styles.keys}>{words.keys}</p>
    </form>
  )
}

type TrailProps = Pick<QueueView, 'trail'> & { site: Site }

function Trail({ trail, site }: TrailProps) {
  const { columns } = wordsOf(site).moderation
  return (
    <table className={styles.trail}>
      <thead>
        <tr>
          {Object.entries(columns).map(([key, name]) => (
            <th key={key} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {trail.map(({ at, actor, action, comment_id, article }) => (
          <tr key={`${at} ${action} ${comment_id}`}>
            <td>
              <MomentTime moment={{ at: new Date(at), precision: 'minute' }} site={site} />
            </td>
            <td>{actor}</td>
            <td>{action}</td>
            <td>{comment_id}</td>
            <td>{article !== null && <a href={articlePath(article)}>{article}</a>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
