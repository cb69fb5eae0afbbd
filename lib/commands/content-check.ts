import path from 'node:path'
import { parseArgs } from 'node:util'
import { findContentProblems } from '@/lib/check/find-content-problems'
import { type Fix, fixNames, fixTexts } from '@/lib/check/fix-content'
import { githubAnnotation } from '@/lib/check/github-annotation'
import { formatProblem, type Problem } from '@/lib/front-matter/problem'
import { now } from '@/lib/site/clock'
import { Refusal } from '@/lib/site/refusal'
import { progressLine } from './progress-line'
import { type Command, runCommand, type Surroundings, WRONG_USE } from './run-command'

const HELP = `npm run content:check [-- [DIR] [--fix] [--format text|github]]

Prints every problem of every file of the content folder, a line for each:
  path:line:column: field: problem (what to do)
Warnings end with [warning]. One error makes the exit code 1.

--format github  prints annotations for a GitHub workflow
--fix            first fixes what has only one right answer:
                   line ends (CRLF, CR), a byte order mark, the end of the last line;
                   dashes, quotes and accents that became controls (U+0080 to U+009F);
                   in the front matter tabs, white space at line ends, the case of a
                   field's name, names of other systems (author, excerpt, permalink,
                   lastmod, categories, published …), lists and flags written as text,
                   &amp; and &#8217;, dates such as 2026/3/2, March 5, 2024 or
                   2013-11-22 5:00 EST, and a missing date that the file's name has;
                   paths of pictures that lie elsewhere in content/media;
                   the aliases of files that git knows to have been published under
                   another name
`

function readArguments(args: string[], { cwd, env }: Surroundings) {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      fix: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
      format: { type: 'string', default: 'text' },
    },
  })
  if (!/^(?:text|github)$/.test(values.format) || positionals.length > 1)
    throw new Refusal(HELP, { code: WRONG_USE })
  return { ...values, contentDir: path.resolve(cwd, positionals[0] ?? env().contentDir) }
}

const counted = (n: number, what: string) => `${n} ${what}${n === 1 ? '' : 's'}`

export const contentCheck: Command = async (argv, surroundings) => {
  const { stdout, stderr, cwd } = surroundings
  const { contentDir, fix, format, help } = readArguments(argv, surroundings)
  if (help) {
    stdout.write(HELP)
    return 0
  }
  const say = (line: string) => stderr.write(`${line}\n`)
  const tell = (fixes: readonly Fix[]) => {
    for (const { path, done } of fixes) say(`${path}: fixed ${done.join(', ')}`)
  }
  const progress = progressLine(stderr)
  const onProgress = (done: number, total: number) =>
    progress.show(`Checking: ${done} of ${total} files`)
  const look = async () => {
    const found = await findContentProblems(contentDir, { now: now(), onProgress })
    progress.end()
    return found
  }
  if (fix) tell(fixTexts(contentDir))
  let found = await look()
  if (fix && found.renamed.length > 0) {
    tell(fixNames(contentDir, found.renamed))
    found = await look()
  }
  const { files, problems, unasked } = found
  const line = (problem: Problem) =>
    format === 'github'
      ? githubAnnotation(problem, contentDir, cwd)
      : `${formatProblem(problem)}${problem.severity === 'warning' ? ' [warning]' : ''}`
  stdout.write(problems.map((problem) => `${line(problem)}\n`).join(''))
  if (unasked) say(`Renamed files were not looked for: ${unasked}.`)
  const errors = problems.filter(({ severity }) => severity === 'error').length
  const warnings = counted(problems.length - errors, 'warning')
  say(`${counted(files, 'file')} checked: ${counted(errors, 'error')}, ${warnings}.`)
  return errors > 0 ? 1 : 0
}

await runCommand(import.meta.url, contentCheck)
