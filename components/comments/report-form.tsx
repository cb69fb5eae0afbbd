import { Filled } from '@/components/site/filled'
import { REPORT_FIELDS, type ReportedFeature, shownValue } from '@/lib/comments/mistake-report'
import { articlePath, postReportPath } from '@/lib/site/routes'
import type { Site } from '@/lib/site/site'
import { wordsOf } from '@/lib/words/words'
import styles from './answer-page.module.css'
import form from './comment-form.module.css'

type Props = {
  feature: ReportedFeature
  site: Site
  article?: { slug: string; title: string } | undefined
  question: string
  /** The sentences it may be about. */
  choices: readonly { value: string; text: string }[]
  chosen?: string | undefined
  /** Of a form that comes back: what it said was shown, and by which model. */
  shown?: string
  model?: string | undefined
  words?: string
  problem?: string | undefined
  confirm?: string | undefined
}

/** The form for a mistake in what a program has chosen: a plain POST, with nothing in it that a cache must not keep. */
export function ReportForm(props: Props) {
  const { feature, article, question, choices, chosen = '', words = '', problem, confirm } = props
  const { site, shown = shownValue(choices.map(({ value }) => value)), model = '' } = props
  const { report, comments } = wordsOf(site)
  const wrong = {
    'aria-invalid': true,
    'aria-describedby': 'report-problem',
    autoFocus: true,
  } as const
  return (
    <form className={form.form} method="post" action={postReportPath()}>
      <p>
        {article ? (
          <Filled
            text={report.of[feature]}
            values={{ title: <a href={articlePath(article.slug)}>{article.title}</a> }}
          />
        ) : (
          report.of.archive
        )}
        {question !== '' && (
          <>
            {' '}
            <q>{question}</q>
          </>
        )}
      </p>
      <input type="hidden" name={REPORT_FIELDS.feature} value={feature} />
      <input type="hidden" name={REPORT_FIELDS.article} value={article?.slug ?? ''} />
      <input type="hidden" name={REPORT_FIELDS.question} value={question} />
      <input type="hidden" name={REPORT_FIELDS.shown} value={shown} />
      <input type="hidden" name={REPORT_FIELDS.model} value={model} />
      {confirm !== undefined && (
        <input type="hidden" name={REPORT_FIELDS.confirm} value={confirm} />
      )}
      {choices.length > 0 && <Sentences choices={choices} chosen={chosen} site={site} />}
      <div className={form.field}>
        <label htmlFor="report-words">{report.what}</label>
        <textarea
          id="report-words"
          className={form.input}
          name={REPORT_FIELDS.words}
          defaultValue={words}
          rows={5}
          dir="auto"
          required
          {...(problem !== undefined && wrong)}
        />
        {problem !== undefined && <p id="report-problem">{problem}</p>}
      </div>
      <p className={form.trap} aria-hidden="true">
        <label>
          {comments.trap}
          <input name={REPORT_FIELDS.honeypot} tabIndex={-1} autoComplete="off" defaultValue="" />
        </label>
      </p>
      <p className={form.note}>{report.kept}</p>
      <button className={form.send} type="submit">
        {confirm === undefined ? report.send : report.confirm}
      </button>
    </form>
  )
}

type SentencesProps = Pick<Props, 'choices' | 'site'> & { chosen: string }

function Sentences({ choices, chosen, site }: SentencesProps) {
  const { report } = wordsOf(site)
  const all = [...choices, { value: '', text: report.none }]
  return (
    <fieldset className={styles.choices}>
      <legend>{report.which}</legend>
      {all.map(({ value, text }) => (
        <label key={value}>
          <input
            type="radio"
            name={REPORT_FIELDS.sentence}
            value={value}
            defaultChecked={value === chosen}
          />
          <span dir="auto">{text}</span>
        </label>
      ))}
    </fieldset>
  )
}
