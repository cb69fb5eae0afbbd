import type { QueueShow, QueueView } from '@/lib/comments/view'
import { articlePath, moderatePath, signOutPath } from '@/lib/site/routes'
import type { Site } from '@/lib/site/site'
import { MomentTime } from '../moment-time'
import page from './answer-page.module.css'
import form from './comment-form.module.css'
import styles from './moderation-queue.module.css'
import { QueuedComment } from './queued-comment'
import { QueuedReport } from './queued-report'

const LISTS: readonly [QueueShow, string][] = [
  ['pending', 'Waiting'],
  ['approved', 'Published'],
  ['rejected', 'Rejected'],
  ['mistakes', 'Mistakes'],
  ['trail', 'What was done'],
]

const EMPTY = {
  pending: 'Nothing waits.',
  approved: 'Nothing is published yet.',
  rejected: 'Nothing was rejected in the last thirty days.',
  mistakes: 'No mistake was reported.',
} as const

/** The editor's desk: one list at a time, each comment with a form of buttons. Tab and Enter are all it takes. */
export function ModerationQueue({ view, site }: { view: QueueView; site: Site }) {
  const { show, comments, reports, trail, waiting, waitingReports } = view
  const isEmpty = comments.length + reports.length === 0
  return (
    <div className={styles.desk}>
      <div className={styles.top}>
        <h1 className={styles.title}>Comments</h1>
        <form method="post" action={signOutPath()}>
          <button className={`${form.send} ${page.quiet}`} type="submit">
            Sign out
          </button>
        </form>
      </div>
      <nav aria-label="Lists" className={styles.lists}>
        {LISTS.map(([list, label]) => (
          <a
            key={list}
            href={moderatePath(list === 'pending' ? undefined : list)}
            aria-current={list === show ? 'page' : undefined}
          >
            {label}
            {list === 'pending' && ` (${waiting})`}
            {list === 'mistakes' && ` (${waitingReports})`}
          </a>
        ))}
      </nav>
      {show !== 'trail' && isEmpty && <p>{EMPTY[show]}</p>}
      {comments.length > 0 && (
        <ol className={styles.queue}>
          {comments.map((queued) => (
            <li key={queued.comment.id} className={styles.item}>
              <QueuedComment {...queued} show={show} site={site} />
            </li>
          ))}
        </ol>
      )}
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

type TrailProps = Pick<QueueView, 'trail'> & { site: Site }

function Trail({ trail, site }: TrailProps) {
  return (
    <table className={styles.trail}>
      <thead>
        <tr>
          <th scope="col">When</th>
          <th scope="col">Who</th>
          <th scope="col">What</th>
          <th scope="col">Comment</th>
          <th scope="col">Article</th>
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
