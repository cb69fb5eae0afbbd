import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { addressKey, slugFault, slugFromPath } from '@/lib/article/slug'
import { type ContentListing, filesOf, listContent } from '@/lib/content/list-content'
import { readContentFile } from '@/lib/content/read-content-file'
import { newArticleText, slugOfTitle } from '@/lib/front-matter/new-article'
import { parseArticle } from '@/lib/front-matter/parse-article'
import { parseSite } from '@/lib/front-matter/parse-site'
import { now } from '@/lib/site/clock'
import { env } from '@/lib/site/env'
import { outliveReaders } from '@/lib/site/outlive-readers'

/** Nothing was written; the message says why. */
class Refusal extends Error {}

/** `npm run content:new -- "Title"`: writes content/articles/<slug>.md, a draft dated now, and prints its path. */
function main(): void {
  outliveReaders()
  const title = process.argv.slice(2).join(' ').trim()
  if (title === '' || title === '--help') {
    throw new Refusal(
      'Say the headline: npm run content:new -- "Harbour wall to be rebuilt by spring"',
    )
  }
  const { contentDir } = env()
  const listing = listContent(contentDir)
  const slug = slugOfTitle(title)
  const fault = slugFault(slug)
  if (fault)
    throw new Refusal(`The headline gives no address: ${fault.problem}. Use other words in it.`)
  const taken = filesOf(listing, 'article').find(
    (file) => addressKey(slugFromPath(file.path)) === addressKey(slug),
  )
  if (taken) throw new Refusal(`${taken.path} has that address already; nothing was written.`)
  write(contentDir, slug, title, timeZoneOf(listing))
}

function timeZoneOf(listing: ContentListing): string {
  const [file] = filesOf(listing, 'site')
  const read = file && readContentFile(file)
  const parsed = read?.ok ? parseSite({ path: 'site.yaml', bytes: read.bytes }) : undefined
  return parsed?.ok ? parsed.site.timeZone : 'UTC'
}

function write(contentDir: string, slug: string, title: string, timeZone: string): void {
  const below = `articles/${slug}.md`
  const text = newArticleText(title, now(), timeZone)
  const parsed = parseArticle({ path: below, bytes: Buffer.from(text), site: { timeZone } })
  if (!parsed.ok)
    throw new Refusal(parsed.problems.map((p) => `The headline ${p.problem}.`).join('\n'))
  const file = path.join(contentDir, below)
  mkdirSync(path.dirname(file), { recursive: true })
  try {
    writeFileSync(file, text, { flag: 'wx' })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    throw new Refusal(`${below} is there already; nothing was written.`)
  }
  process.stdout.write(`${path.relative(process.cwd(), file)}\n`)
}

try {
  main()
} catch (error) {
  if (!(error instanceof Refusal)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}
