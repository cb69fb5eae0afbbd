import type { Problem } from '@/lib/front-matter/problem'
import styles from './file-problems.module.css'

type Props = {
  /** Below the content folder. */
  path: string
  /** The file's text; empty when it can't be read as text. */
  source: string
  problems: readonly Problem[]
}

/** What is wrong with a file, each thing under the line where it is, as the file has it. */
export function FileProblems({ path, source, problems }: Props) {
  const lines = source.split(/\r\n|\r|\n/)
  const ordered = [...problems].sort((a, b) => a.line - b.line || a.column - b.column)
  return (
    <section className={styles.file} aria-label={`Problems in ${path}`} dir="ltr" lang="en">
      <p className={styles.path}>
        <code>{path}</code>
      </p>
      <ol className={styles.problems}>
        {ordered.map(({ severity, line, column, field, problem, fix }) => (
          <li key={`${line} ${column} ${field} ${problem}`} className={styles[severity]}>
            {lines[line - 1] !== undefined && (
              <code className={styles.line}>
                <span className={styles.number}>{line}</span>{' '}
                {(lines[line - 1] ?? '').slice(0, 200)}
              </code>
            )}
            <p>
              <b>{severity === 'error' ? 'Error' : 'Warning'}</b> at {line}:{column}, {field}:{' '}
              {problem} (<i>{fix}</i>)
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}
