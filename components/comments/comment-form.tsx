import { FIELDS } from '@/lib/comments/fields'
import type { FieldProblem } from '@/lib/comments/validate-comment'
import { articlePath, postCommentPath } from '@/lib/routes'
import styles from './comment-form.module.css'

type Props = {
  article: { slug: string }
  /** The id of the comment that is answered, or ''. */
  parent?: string | undefined
  parentName?: string | undefined
  name?: string
  text?: string
  problems?: FieldProblem[]
  confirm?: string | undefined
}

/** The form, which works without script. What was typed comes back with what is wrong with it. */
export function CommentForm({
  article,
  parent = '',
  parentName,
  name = '',
  text = '',
  problems = [],
  confirm,
}: Props) {
  const problemOf = (field: FieldProblem['field']) =>
    problems.find((problem) => problem.field === field)?.problem
  return (
    <form className={styles.form} method="post" action={postCommentPath()} id="respond">
      <h3 className={styles.title}>
        {parent === '' ? 'Write a comment' : <Answering name={parentName} />}
      </h3>
      {parent !== '' && (
        <a href={`${articlePath(article.slug)}#comments`}>Write on its own instead</a>
      )}
      <input type="hidden" name={FIELDS.article} value={article.slug} />
      <input type="hidden" name={FIELDS.parent} value={parent} />
      {confirm !== undefined && <input type="hidden" name={FIELDS.confirm} value={confirm} />}
      <Field label="Name" id="comment-name" problem={problemOf('name')}>
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
      <Field label="Comment" id="comment-text" problem={problemOf('text')}>
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
          Leave this empty
          <input name={FIELDS.honeypot} tabIndex={-1} autoComplete="off" defaultValue="" />
        </label>
      </p>
      <p className={styles.note}>
        Your name and your words are all that is kept. *Emphasis*, `code`, &gt; quotes and links
        work.
      </p>
      <button className={styles.send} type="submit">
        {confirm === undefined ? 'Post comment' : 'Yes, post this comment'}
      </button>
    </form>
  )
}

const Answering = ({ name }: { name: string | undefined }) => (
  <>
    Answer <bdi>{name ?? 'this comment'}</bdi>
  </>
)

type Described = {
  id: string
  className: string | undefined
  'aria-invalid'?: true
  'aria-describedby'?: string
}
type FieldProps = {
  label: string
  id: string
  problem: string | undefined
  children: (described: Described) => React.ReactNode
}

function Field({ label, id, problem, children }: FieldProps) {
  const wrong = { 'aria-invalid': true, 'aria-describedby': `${id}-problem` } as const
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {children({ id, className: styles.input, ...(problem !== undefined && wrong) })}
      {problem !== undefined && (
        <p className={styles.problem} id={`${id}-problem`}>
          {problem}
        </p>
      )}
    </div>
  )
}
