import { existsSync, statSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { readGhost } from '@/lib/import/ghost/read-ghost'
import { readTree } from '@/lib/import/markdown/read-tree'
import type { OldPaper } from '@/lib/import/old-text'
import { fixOf } from '@/lib/import/run/report'
import { type Imported, storeImport } from '@/lib/import/run/store-import'
import { readWordpress } from '@/lib/import/wordpress/read-wordpress'
import { Refusal } from '@/lib/site/refusal'
import { progressLine } from './progress-line'
import { type Command, runCommand, type Surroundings, WRONG_USE } from './run-command'

const HELP = `npm run import -- wordpress|ghost|markdown PATH --into FOLDER

Writes another system's articles and pages as Markdown into a content folder:
  wordpress PATH   an export file (Tools, Export: a WXR file), or a folder of them
  ghost PATH       an export file (Settings, Export: JSON)
  markdown PATH    the folder of a Hugo, Jekyll, Eleventy or Astro site

--into FOLDER            the content folder; nothing outside it is written
--pictures FOLDER        where the old site's pictures are, such as wp-content/uploads
--fetch-images HOST,…    fetches missing pictures from these hosts; otherwise nothing is fetched
--site-url URL           the old site's address, if the export doesn't say it
--permalink PATTERN      what its articles' addresses look like, such as /:year/:month/:slug/
--time-zone ZONE         for a new site.yaml: Europe/Berlin
--plan                   writes only the file that says what becomes of categories and tags

Run again, it changes nothing that an editor changed since.
`

const READERS: Record<
  string,
  (given: string, options: { permalink?: string; siteUrl?: string }) => OldPaper
> = {
  wordpress: readWordpress,
  ghost: readGhost,
  markdown: readTree,
}

function readArguments(args: string[], { cwd }: Surroundings) {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      help: { type: 'boolean', default: false },
      into: { type: 'string' },
      pictures: { type: 'string', multiple: true, default: [] },
      'fetch-images': { type: 'string', multiple: true, default: [] },
      'site-url': { type: 'string' },
      permalink: { type: 'string' },
      'time-zone': { type: 'string' },
      plan: { type: 'boolean', default: false },
    },
  })
  if (values.help) return undefined
  const [from = '', given, ...more] = positionals
  const read = READERS[from]
  if (read === undefined || given === undefined || values.into === undefined || more.length > 0)
    throw new Refusal(HELP, { code: WRONG_USE })
  const source = path.resolve(cwd, given)
  const folders = values.pictures.map((folder) => path.resolve(cwd, folder))
  const absent = [source, ...folders].find((each) => !existsSync(each))
  if (absent !== undefined) throw new Refusal(`${absent} doesn't exist.`)
  const siteUrl = siteUrlOf(values['site-url'])
  return {
    from,
    source,
    shownInto: values.into,
    into: intoFolder(path.resolve(cwd, values.into)),
    pictureFolders: folders,
    fetchFrom: values['fetch-images'].flatMap((hosts) => hosts.split(',')).map(hostOf),
    planOnly: values.plan,
    paper: read(source, {
      ...(values.permalink !== undefined && { permalink: values.permalink }),
      ...(siteUrl !== undefined && { siteUrl }),
    }),
    ...(siteUrl !== undefined && { siteUrl }),
    ...(values['time-zone'] !== undefined && { timeZone: zoneOf(values['time-zone']) }),
  }
}

function siteUrlOf(given: string | undefined): string | undefined {
  if (given === undefined) return undefined
  if (!/^https?:\/\//.test(given) || !URL.canParse(given))
    throw new Refusal(`${given} is no address: write https://old.example`, { code: WRONG_USE })
  return given.replace(/\/+$/, '')
}

function hostOf(given: string): string {
  const host = given.trim().toLowerCase()
  if (!/^[\w.-]+(?::\d+)?$/.test(host))
    throw new Refusal(`--fetch-images takes names of hosts, such as old.example, not ${given}`, {
      code: WRONG_USE,
    })
  return host
}

function zoneOf(given: string): string {
  try {
    new Intl.DateTimeFormat('en', { timeZone: given })
    return given
  } catch {
    throw new Refusal(`${given} is no time zone: use a name such as Europe/Berlin`, {
      code: WRONG_USE,
    })
  }
}

function intoFolder(into: string): string {
  if (existsSync(into) && !statSync(into).isDirectory()) throw new Refusal(`${into} is no folder.`)
  return into
}

export const importPaper: Command = async (argv, surroundings) => {
  const { stdout, stderr } = surroundings
  const given = readArguments(argv, surroundings)
  if (given === undefined) {
    stdout.write(HELP)
    return 0
  }
  const { shownInto, source, ...options } = given
  const line = progressLine(stderr)
  const imported = await storeImport({
    ...options,
    progress: (stage, done, total) =>
      line.show(`${stage}: ${done}${total === undefined ? '' : ` of ${total}`} articles and pages`),
  })
  line.end()
  const file = (below: string) => path.join(shownInto, below)
  stdout.write(
    options.planOnly
      ? `${file(imported.mappingFile)} says what becomes of the old categories and tags. Edit it, then run the import without --plan.\n`
      : endReport(imported, { file, into: shownInto }),
  )
  return 0
}

const counted = (n: number, one: string) => `${n} ${one}${n === 1 ? '' : 's'}`

/** How many kinds of remarks the terminal shows in detail. */
const MOST_FIXES = 3

function endReport(
  done: Imported,
  { file, into }: { file(below: string): string; into: string },
): string {
  const { articles, pages, drafts, written, unchanged, pictures, report } = done
  const lines = [
    `${counted(articles, 'article')} and ${counted(pages, 'page')} in ${into}: ${written} written, ${unchanged} unchanged; ${counted(drafts, 'draft')}, ${counted(pictures, 'picture')} copied.`,
  ]
  if (report.kinds.length > 0) {
    lines.push('', 'For a person to decide:', ...report.summary(), '')
    lines.push(
      ...report.kinds
        .slice(0, MOST_FIXES)
        .map(({ kind, told }) => `  ${told[0]?.path || into}: ${told[0]?.detail} (${fixOf(kind)})`),
    )
    lines.push('', `All of it, with files and lines: ${file(done.reportFile)}`)
  }
  lines.push(`Sections, tags and authors: edit ${file(done.mappingFile)} and run this again.`)
  return `${lines.join('\n')}\nNext: npm run content:check -- ${into} --fix\n`
}

await runCommand(import.meta.url, importPaper)
