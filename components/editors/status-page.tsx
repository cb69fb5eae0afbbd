import { formatMoment } from '@/lib/article/dates'
import type { Problem } from '@/lib/front-matter/problem'
import type { Publication } from '@/lib/publish/publication'
import type { Status } from '@/lib/publish/view'
import type { Site } from '@/lib/site/site'
import styles from './status-page.module.css'

type Props = { status: Status; site: Site }

/** What is published, what isn't and why: all that an editor would otherwise look for in the server's log. */
export function StatusPage({ status, site }: Props) {
  const { index, publications, unpublished, cache, versions } = status
  return (
    <div className={styles.status}>
      <h1>Status</h1>
      <Counts index={index} webhook={status.webhook} />
      <h2>Problems</h2>
      {index.failure && <p>The content folder could not be read: {index.failure}</p>}
      <Problems index={index} />
      {status.lateTranslations.length > 0 && (
        <>
          <h2>Translations to bring up to date</h2>
          <ul className={styles.list}>
            {status.lateTranslations.map(({ path, original, since }) => (
              <li key={path}>
                <code>{path}</code>: <code>{original}</code> has had other words since{' '}
                {time(since, site)}
              </li>
            ))}
          </ul>
        </>
      )}
      <h2>Not published</h2>
      {unpublished.length === 0 && <p>Everything is.</p>}
      <ul className={styles.list}>
        {unpublished.map(({ slug, title, state, path, preview }) => (
          <li key={slug}>
            {preview === '' ? title : <a href={preview}>{title}</a>}: {state} <code>{path}</code>
          </li>
        ))}
      </ul>
      <h2>Last publications</h2>
      {publications.length === 0 && <p>None by webhook yet.</p>}
      <ol className={styles.list}>
        {publications.map((each) => (
          <li key={each.at}>
            <PublicationNote publication={each} site={site} />
          </li>
        ))}
      </ol>
      <h2>Last changes of files</h2>
      {index.changes.length === 0 && <p>None since all of them were indexed.</p>}
      <ol className={styles.list}>
        {index.changes.map(({ at, path, kind }) => (
          <li key={`${at.getTime()} ${path}`}>
            {time(at, site)}: {kind} <code>{path}</code>
          </li>
        ))}
      </ol>
      <h2>Server</h2>
      {cache && (
        <p>
          {cache.pages} pages kept ({Math.round(cache.bytes / 1024)} KB), {cache.rendering} being
          made.
        </p>
      )}
      {status.model && <ModelNote model={status.model} site={site} />}
      <p>
        Node {versions.node}, SQLite {versions.sqlite}, archive {versions.archive}.
      </p>
    </div>
  )
}

function ModelNote({ model, site }: { model: NonNullable<Status['model']>; site: Site }) {
  const { usualMs, lastFailure, restsUntil } = model
  return (
    <p>
      {model.model} at {model.host} was asked {model.callsToday} times today, of {model.callsPerDay}
      . Since the start it chose {model.chosen} times and failed {model.failed} times; {model.kept}{' '}
      choices were known.
      {usualMs !== undefined && ` It usually takes ${usualMs} ms.`}
      {lastFailure && ` At ${time(lastFailure.at, site)} ${lastFailure.reason}.`}
      {restsUntil && ` It isn’t asked again before ${time(restsUntil, site)}.`}
    </p>
  )
}

const time = (at: Date, site: Site) => formatMoment({ at, precision: 'second' }, site).text

function Counts({ index, webhook }: Pick<Status, 'index' | 'webhook'>) {
  const { visible, scheduled, expired, drafts, withdrawn } = index.articles
  return (
    <>
      <p>
        Articles: {visible} published, {drafts} in draft, {scheduled} scheduled, {expired} expired,{' '}
        {withdrawn} withdrawn. Pages: {index.pages}. Images: {index.images}.
      </p>
      <p>
        {index.commit ? (
          <>
            The content is at commit <code>{index.commit}</code>.
          </>
        ) : (
          gitState(index.gitFailure)
        )}{' '}
        The webhook is {webhook}.
      </p>
    </>
  )
}

const gitState = (failure: string | undefined) =>
  failure === undefined
    ? 'The content is in no git repository.'
    : `The repository of the content can’t be read: ${failure}.`

function Problems({ index }: Pick<Status, 'index'>) {
  const { problems, errors, warnings } = index
  const total = errors + warnings
  if (problems.length === 0) return <p>None.</p>
  return (
    <>
      <ol className={styles.list}>
        <ProblemItems problems={problems} refused={index.refused} />
      </ol>
      {total > problems.length && <p>And {total - problems.length} more.</p>}
    </>
  )
}

type Listed = { problems: readonly Problem[]; refused: readonly string[] }

function ProblemItems({ problems, refused }: Listed) {
  return problems.map(({ path, line, column, field, problem, fix, severity }) => (
    <li key={`${path} ${line} ${column} ${field} ${problem}`}>
      <code>
        {path}:{line}:{column}
      </code>{' '}
      {field}: {problem} ({fix}){severity === 'warning' && ' [warning]'}
      {severity === 'error' && refused.includes(path) && ' [not published]'}
    </li>
  ))
}

function PublicationNote({ publication, site }: { publication: Publication; site: Site }) {
  const { at, commit, added, changed, removed, refused, errors, warnings, failure } = publication
  const counts = `${added.length} added, ${changed.length} changed, ${removed.length} removed`
  return (
    <>
      {time(new Date(at), site)}
      {commit && (
        <>
          , commit <code>{commit.slice(0, 10)}</code>
        </>
      )}
      : {failure ?? counts}
      {errors.length > 0 && `, ${errors.length} errors`}
      <ul>
        {[...added, ...changed, ...removed].map((path) => (
          <li key={path}>
            <code>{path}</code>
          </li>
        ))}
        <ProblemItems problems={[...errors, ...warnings]} refused={refused} />
      </ul>
    </>
  )
}
