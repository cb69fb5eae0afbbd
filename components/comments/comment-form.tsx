import { Filled } from '@/components/site/filled'
import label from '@/components/site/label.module.css'
import { FIELDS } from '@/lib/comments/fields'
import type { FieldProblem } from '@/lib/comments/validate-comment'
import { articleCommentsPath, postCommentPath } from '@/lib/site/routes'
import type { Site } from '@/lib/site/site'
import { wordsOf } from '@/lib/words/words'
import styles from './comment-form.module.css'
import { firstWords } from './first-words'

type Props = {
  article: { slug: string }
  site: Site
  /** The id of the comment that is answered, or ''. */
  parent?: string | undefined
  /** The comment itself, where it is at hand. */
  answered?: { name: string; text: string } | undefined
  name?: string
  text?: string
  problems?: FieldProblem[]
  confirm?: string | undefined
  /** The heading that fits the page around it. */
  heading?: 'h2' | 'h3'
}

/** The form, which works without script. What was typed comes back with what is wrong with it. */
export function CommentForm({
  article,
  site,
  parent = '',
  answered,
  name = '',
  text = '',
  problems = [],
  confirm,
  heading: Title = 'h3',
}: Props) {
  const problemOf = (field: FieldProblem['field']) =>
    problems.find((problem) => problem.field === field)?.problem
  const [first] = problems
  const words = wordsOf(site).comments
  return (
    <form className={styles.form} method="post" action={postCommentPath()} id="respond">
      <Title className={label.label}>
        {parent !== '' && answered ? (
          <Filled text={words.replyTo} values={{ name: <bdi>{answered.name}</bdi> }} />
        ) : parent !== '' ? (
          words.replyToThis
        ) : (
          words.write
        )}
      </Title>
      {answered && (
        <blockquote className={styles.answered} dir="auto">
          {firstWords(answered.text)}
        </blockquote>
      )}
      {parent !== '' && (
        <a className={styles.note} href={articleCommentsPath(article.slug, 1, 'respond')}>
          {words.separate}
        </a>
      )}
      <input type="hidden" name={FIELDS.article} value={article.slug} />
      <input type="hidden" name={FIELDS.parent} value={parent} />
      {confirm !== undefined && <input type="hidden" name={FIELDS.confirm} value={confirm} />}
      <Field
        label={words.name}
        id="comment-name"
        problem={problemOf('name')}
        isFirst={first?.field === 'name'}
      >
        {(described) => (
          <input
            {...described}
            name={FIELDS.name}
            defaultValue={name}
            autoComplete="nickname"
            dir="auto"
            required
          />
        )}
      </Field>
      <Field
        label={words.text}
        id="comment-text"
        problem={problemOf('text')}
        isFirst={first?.field === 'text'}
      >
        {(described) => (
          <textarea
            {...described}
            name={FIELDS.text}
            defaultValue={text}
            rows={6}
            dir="auto"
            required
          />
        )}
      </Field>
      <p className={styles.trap} aria-hidden="true">
        <label>
          {words.trap}
          <input name={FIELDS.honeypot} tabIndex={-1} autoComplete="off" defaultValue="" />
        </label>
      </p>
      <p className={styles.note}>{words.kept}</p>
      <button className={styles.send} type="submit">
        {confirm === undefined ? words.post : words.confirm}
      </button>
    </form>
  )
}

type Described = {
  id: string
  className: string | undefined
  'aria-invalid'?: true
  'aria-describedby'?: string
  autoFocus?: boolean
}
type FieldProps = {
  label: string
  id: string
  problem: string | undefined
  /** Where a writer goes on: it has the focus when the form comes back. */
  isFirst: boolean
  children: (described: Described) => React.ReactNode
}

function Field({ label, id, problem, isFirst, children }: FieldProps) {
  const wrong = {
    'aria-invalid': true,
    'aria-describedby': `${id}-problem`,
    ...(isFirst && { autoFocus: true }),
  } as const
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {children({ id, className: styles.input, ...(problem !== undefined && wrong) })}
      {problem !== undefined && <p id={`${id}-problem`}>{problem}</p>}
    </div>
  )
}
