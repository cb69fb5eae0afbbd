import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { Refusal } from '@/lib/site/refusal'
import type { OldPaper } from '../old-text'
import { type GhostData, ghostExport } from './ghost-export'
import { GhostTables } from './ghost-post'

/** Node holds no longer text; a site of 50,000 articles is smaller. */
const MAX_BYTES = 400 * 1_048_576
const PICTURE_FOLDERS = ['content/images', 'images', 'content', '.']
const PERMALINK = '/:slug/'

type Options = { permalink?: string; siteUrl?: string }

/** Ghost's export: one JSON file, or the folder in which it is, beside the pictures. */
export function readGhost(given: string, options: Options): OldPaper {
  const file = fileOf(given)
  const data = parse(file)
  const setting = (key: string) => {
    const value = data.settings.find((each) => each.key === key)?.value
    return typeof value === 'string' && value !== '' ? value : undefined
  }
  // Ghost's export doesn't say its address: without it all addresses are paths.
  const siteUrl = options.siteUrl ?? ''
  const tables = new GhostTables(data, { siteUrl, permalink: options.permalink ?? PERMALINK })
  const beside = path.dirname(file)
  const [name, description] = [setting('title'), setting('description')]
  const [lang, timeZone] = [
    setting('locale') ?? setting('lang') ?? setting('default_locale'),
    setting('timezone') ?? setting('active_timezone'),
  ]
  return {
    async survey(progress) {
      const outlines = data.posts.map((post) => tables.outline(post))
      progress(outlines.length)
      const site = {
        ...(name !== undefined && { name }),
        ...(description !== undefined && { description }),
        ...(lang !== undefined && { lang }),
        ...(timeZone !== undefined && { timeZone }),
        ...(siteUrl !== '' && { url: siteUrl }),
        authors: new Map<string, string>(),
        guesses: new Map(),
        lists: data.tags.map((tag) => ({
          name: tag.name ?? '',
          addresses: [`${siteUrl}/tag/${tag.slug}/`],
        })),
        pictureFolders: PICTURE_FOLDERS.map((each) => path.join(beside, each)).filter((folder) =>
          existsSync(folder),
        ),
      }
      return { site, outlines, remarks: [] }
    },
    async *texts() {
      for (const post of data.posts) yield tables.text(post)
    },
  }
}

function fileOf(given: string): string {
  if (!statSync(given).isDirectory()) return given
  const found = readdirSync(given).filter((name) => /\.json$/i.test(name))
  const [only] = found
  if (only === undefined || found.length > 1)
    throw new Refusal(`${given} has ${found.length} JSON files: name the export itself.`)
  return path.join(given, only)
}

function parse(file: string): GhostData {
  if (statSync(file).size > MAX_BYTES) throw new Refusal(`${file} has more than 400 MB.`)
  const read = ghostExport.safeParse(parseJson(readFileSync(file, 'utf8')))
  if (read.success && read.data) return read.data
  const [issue] = read.error?.issues ?? []
  const what = issue ? `: ${issue.path.join('.')} ${issue.message}` : ''
  throw new Refusal(`${file} isn't an export of Ghost (Settings, Advanced, Import/Export)${what}.`)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
