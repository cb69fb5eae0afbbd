import { REPORT_FIELDS, type ReportedFeature } from '@/lib/comments/mistake-report'
import { articlePath, postReportPath } from '@/lib/site/routes'
import styles from './answer-page.module.css'
import form from './comment-form.module.css'

const FEATURES: Record<ReportedFeature, string> = {
  'key-points': 'The key points of',
  story: 'The story so far of',
  answers: 'Answers from',
}

type Props = {
  feature: ReportedFeature
  article?: { slug: string; title: string } | undefined
  question: string
  /** The sentences it may be about. */
  choices: readonly { value: string; text: string }[]
  chosen?: string | undefined
  words?: string
  problem?: string | undefined
  confirm?: string | undefined
}

/** The form for a mistake in what a program has chosen: a plain POST, with nothing in it that a cache must not keep. */
export function ReportForm(props: Props) {
  const { feature, article, question, choices, chosen = '', words = '', problem, confirm } = props
  const wrong = {
    'aria-invalid': true,
    'aria-describedby': 'report-problem',
    autoFocus: true,
  } as const
  return (
    <form className={form.form} method="post" action={postReportPath()}>
      <p>
        {FEATURES[feature]}{' '}
        {article ? <a href={articlePath(article.slug)}>{article.title}</a> : 'the archive'}
        {question !== '' && (
          <>
            {' '}
            to <q>{question}</q>
          </>
        )}
      </p>
      <input type="hidden" name={REPORT_FIELDS.feature} value={feature} />
      <input type="hidden" name={REPORT_FIELDS.article} value={article?.slug ?? ''} />
      <input type="hidden" name={REPORT_FIELDS.question} value={question} />
      {confirm !== undefined && (
        <input type="hidden" name={REPORT_FIELDS.confirm} value={confirm} />
      )}
      {choices.length > 0 && <Sentences choices={choices} chosen={chosen} />}
      <div className={form.field}>
        <label htmlFor="report-words">What is wrong?</label>
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
          Leave this empty
          <input name={REPORT_FIELDS.honeypot} tabIndex={-1} autoComplete="off" defaultValue="" />
        </label>
      </p>
      <p className={form.note}>
        Only editors read this. Your words are all that is kept, for a year at most.
      </p>
      <button className={form.send} type="submit">
        {confirm === undefined ? 'Send' : 'Yes, send this'}
      </button>
    </form>
  )
}

function Sentences({ choices, chosen }: { choices: Props['choices']; chosen: string }) {
  const all = [...choices, { value: '', text: 'None of them in particular' }]
  return (
    <fieldset className={styles.choices}>
      <legend>Which sentence?</legend>
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
