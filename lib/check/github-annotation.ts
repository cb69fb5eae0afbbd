import path from 'node:path'
import type { Problem } from '@/lib/front-matter/problem'

/**
 * A problem as a workflow command, which GitHub shows at its line of the diff:
 * https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
export function githubAnnotation(problem: Problem, contentDir: string, root: string): string {
  const { severity, line, column, field } = problem
  const file = path.relative(root, path.join(contentDir, problem.path)).split(path.sep).join('/')
  const place = `file=${property(file)},line=${line},col=${column},title=${property(field)}`
  return `::${severity} ${place}::${data(`${problem.problem} (${problem.fix})`)}`
}

/** Unescaped, a file's name could end the command and start another. */
const data = (text: string) =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')

const property = (text: string) => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
