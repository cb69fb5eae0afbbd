import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline/promises'
import { parseArgs } from 'node:util'
import { parseSite } from '@/lib/front-matter/parse-site'
import { repositoryOf } from '@/lib/git/repository'
import { askGitIf } from '@/lib/git/run-git'
import { now } from '@/lib/site/clock'
import { Refusal } from '@/lib/site/refusal'
import { type Paper, siteText, starterFiles } from '@/lib/starter/starter-files'
import { type Command, runCommand, type Surroundings, WRONG_USE } from './run-command'

const HELP = `npm run init -- FOLDER [--name NAME] [--lang LANGUAGE] [--time-zone ZONE]

Begins a paper in a new or empty folder: site.yaml, two pages, a first story, .gitignore and, if this code comes
from GitHub, a workflow that checks each push. Asks for what isn't given.

--name       what the paper is called, such as "Harbour Gazette"
--lang       its language: en, de, ja, pt-BR …
--time-zone  such as Asia/Tokyo; by default that of this machine
`

const STARTER = path.resolve(import.meta.dirname, '../starter')

export const init: Command = async (argv, surroundings) => {
  const { stdout, cwd } = surroundings
  const { values, positionals } = readArguments(argv)
  const [folder] = positionals
  if (values.help) {
    stdout.write(HELP)
    return 0
  }
  if (folder === undefined || positionals.length > 1) throw new Refusal(HELP, { code: WRONG_USE })
  const dir = path.resolve(cwd, folder)
  refuseFull(dir, folder)
  const paper = await completed(values, surroundings)
  refuseWrong(siteText(paper))
  const files = starterFiles({
    ...paper,
    now: now(),
    texts: { about: text('about'), privacy: text('privacy'), story: text('first-story') },
    codeRepository: await repositoryOfCode(),
  })
  for (const [below, written] of files) {
    const file = path.join(dir, below)
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, written, { flag: 'wx' })
    stdout.write(`${path.join(folder, below)}\n`)
  }
  const shown = /^[\w./~-]+$/.test(dir) ? dir : `'${dir.replaceAll("'", "'\\''")}'`
  stdout.write(`
See it, and write in it:
  CONTENT_DIR=${shown} npm run dev
  CONTENT_DIR=${shown} npm run content:new -- "The headline of your first story"
`)
  return 0
}

function readArguments(args: string[]) {
  return parseArgs({
    args,
    allowPositionals: true,
    options: {
      name: { type: 'string' },
      lang: { type: 'string' },
      'time-zone': { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  })
}

/** What git and file managers keep in a folder doesn't make it somebody's. */
const NOT_CONTENT = /^\.(?:git|DS_Store)$/

function refuseFull(dir: string, folder: string): void {
  const names = entriesOf(dir).filter((name) => !NOT_CONTENT.test(name))
  if (names.length === 0) return
  const [first] = names.sort()
  throw new Refusal(`${folder} is not empty (${first}); nothing was written. Name a new folder.`)
}

function entriesOf(dir: string): string[] {
  try {
    return readdirSync(dir)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    if (error.code === 'ENOENT') return []
    throw new Refusal(`${dir} can’t be used: ${error.message}`, { cause: error })
  }
}

type Values = ReturnType<typeof readArguments>['values']

/** Asks on a terminal for what the options don't say. */
async function completed(values: Values, { stdin, stderr }: Surroundings): Promise<Paper> {
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone
  const given = { name: values.name, lang: values.lang, timeZone: values['time-zone'] }
  if (stdin?.isTTY !== true || Object.values(given).every((value) => value !== undefined)) {
    const { name, lang, timeZone = here } = given
    if (name !== undefined && lang !== undefined) return { name, lang, timeZone }
    throw new Refusal(`Say --name and --lang.\n\n${HELP}`, { code: WRONG_USE })
  }
  const terminal = createInterface({ input: stdin })
  const lines = terminal[Symbol.asyncIterator]()
  const ask = async (question: string, otherwise?: string): Promise<string> => {
    stderr.write(`${question}${otherwise === undefined ? '' : ` [${otherwise}]`}: `)
    const line = await lines.next()
    if (line.done) throw new Refusal('Nothing was written.')
    return line.value.trim() || otherwise || ask(question)
  }
  try {
    return {
      name: given.name ?? (await ask('What is the paper called?')),
      lang: given.lang ?? (await ask('In which language (en, de, ja, pt-BR …)?', 'en')),
      timeZone: given.timeZone ?? (await ask('In which time zone?', here)),
    }
  } finally {
    terminal.close()
  }
}

function refuseWrong(site: string): void {
  const parsed = parseSite({ path: 'site.yaml', bytes: Buffer.from(site) })
  if (parsed.ok) return
  throw new Refusal(parsed.problems.map((p) => `${p.field} ${p.problem} (${p.fix})`).join('\n'))
}

const text = (name: string) => readFileSync(path.join(STARTER, `${name}.md`), 'utf8')

/** `owner/name` of this code on GitHub; undefined if it doesn't come from there. */
async function repositoryOfCode(): Promise<string | undefined> {
  const code = repositoryOf(STARTER)
  const url = code && (await askGitIf(code, ['config', '--get', 'remote.origin.url']))
  return /^(?:https:\/\/|git@|ssh:\/\/git@)github\.com[:/]([\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/.exec(
    url ?? '',
  )?.[1]
}

await runCommand(import.meta.url, init)
