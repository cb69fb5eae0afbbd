import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { addressKey, slugFault, slugFromPath } from '@/lib/article/slug'
import { type ContentListing, filesOf, listContent } from '@/lib/content/list-content'
import { readContentFile } from '@/lib/content/read-content-file'
import { newArticleText, slugOfTitle } from '@/lib/front-matter/new-article'
import { parseArticle } from '@/lib/front-matter/parse-article'
import { parseSite } from '@/lib/front-matter/parse-site'
import { now } from '@/lib/site/clock'
import { Refusal } from '@/lib/site/refusal'
import { type SiteDefaults, UNNAMED_DEFAULTS } from '@/lib/site/site'
import { type Command, runCommand } from './run-command'

/** `npm run content:new -- "Title"`: writes content/articles/<slug>.md, a draft dated now, and prints its path. */
export const contentNew: Command = (argv, { stdout, cwd, env }) => {
  const title = argv.join(' ').trim()
  if (title === '' || title === '--help') {
    throw new Refusal(
      'Say the headline: npm run content:new -- "Harbour wall to be rebuilt by spring"',
    )
  }
  const { contentDir } = env()
  const listing = listContent(contentDir)
  if (listing.files.length === 0)
    throw new Refusal(`${contentDir} holds no paper yet: npm run init -- ${contentDir} begins one.`)
  const slug = slugOfTitle(title)
  const fault = slugFault(slug)
  if (fault)
    throw new Refusal(`The headline gives no address: ${fault.problem}. Use other words in it.`)
  const taken = filesOf(listing, 'article').find(
    (file) => addressKey(slugFromPath(file.path)) === addressKey(slug),
  )
  if (taken) throw new Refusal(`${taken.path} has that address already; nothing was written.`)
  const file = write(contentDir, slug, title, defaultsOf(listing))
  stdout.write(`${path.relative(cwd, file)}\n`)
  return 0
}

function defaultsOf(listing: ContentListing): SiteDefaults {
  const [file] = filesOf(listing, 'site')
  const read = file && readContentFile(file)
  const parsed = read?.ok ? parseSite({ path: 'site.yaml', bytes: read.bytes }) : undefined
  return parsed?.ok ? parsed.site : UNNAMED_DEFAULTS
}

function write(contentDir: string, slug: string, title: string, site: SiteDefaults): string {
  const below = `articles/${slug}.md`
  const text = newArticleText(title, now(), site.timeZone)
  const parsed = parseArticle({ path: below, bytes: Buffer.from(text), site })
  if (!parsed.ok)
    throw new Refusal(parsed.problems.map((p) => `The headline ${p.problem}.`).join('\n'))
  const file = path.join(contentDir, below)
  mkdirSync(path.dirname(file), { recursive: true })
  try {
    writeFileSync(file, text, { flag: 'wx' })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    throw new Refusal(`${below} already exists; nothing was written.`)
  }
  return file
}

await runCommand(import.meta.url, contentNew)
