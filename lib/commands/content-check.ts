import path from 'node:path'
import { formatProblem, type Problem } from '@/lib/article/problem'
import { env } from '@/lib/env'
import { findContentProblems } from './find-content-problems'

/**
 * `npm run content:check [-- DIR]`: a line for each problem of each file on standard output, and a summary on standard
 * error. Warnings end with `[warning]` and don't fail the check; an error makes the exit code 1.
 */
const contentDir = path.resolve(process.argv[2] ?? env().contentDir)
const { files, problems, hasSite } = findContentProblems(contentDir)

const line = (problem: Problem) =>
  `${formatProblem(problem)}${problem.severity === 'warning' ? ' [warning]' : ''}\n`
process.stdout.write(problems.map(line).join(''))

if (!hasSite)
  process.stderr.write('There is no site.yaml: dates without an offset were read as UTC.\n')
const errors = problems.filter(({ severity }) => severity === 'error').length
const count = (n: number, what: string) => `${n} ${what}${n === 1 ? '' : 's'}`
process.stderr.write(
  `${count(files, 'file')} checked: ${count(errors, 'error')}, ${count(problems.length - errors, 'warning')}.\n`,
)
process.exitCode = errors > 0 ? 1 : 0
