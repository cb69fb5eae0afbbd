import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { listContentFiles } from '@/lib/archive/list-content'
import { readContentFile } from '@/lib/archive/read-content'
import { addressKey } from '@/lib/article/check-folder'
import { newArticleText, slugOfTitle } from '@/lib/article/new-article'
import { parseArticle } from '@/lib/article/parse-article'
import { parseSite } from '@/lib/article/parse-site'
import { slugFault, slugFromPath } from '@/lib/article/slug'
import { now } from '@/lib/clock'
import { env } from '@/lib/env'

/** `npm run content:new -- "Title"`: writes content/articles/<slug>.md, a draft dated now, and prints its path. */
function main(): void {
  const title = process.argv.slice(2).join(' ').trim()
  if (title === '' || title === '--help') {
    return fail('Say the headline: npm run content:new -- "Harbour wall to be rebuilt by spring"')
  }
  const { contentDir } = env()
  const { files } = listContentFiles(contentDir)
  const slug = slugOfTitle(title)
  const fault = slugFault(slug)
  if (fault) return fail(`The headline gives no address: ${fault.problem}. Use other words in it.`)
  const taken = files.find(
    (file) =>
      /^articles\/.*\.md$/.test(file.path) &&
      addressKey(slugFromPath(file.path)) === addressKey(slug),
  )
  if (taken) return fail(`${taken.path} has that address already; nothing was written.`)
  write(contentDir, slug, title, timeZoneOf(files))
}

function timeZoneOf(files: ReturnType<typeof listContentFiles>['files']): string {
  const file = files.find((each) => each.path === 'site.yaml')
  const read = file && readContentFile(file)
  const parsed = read?.ok ? parseSite({ path: 'site.yaml', bytes: read.bytes }) : undefined
  return parsed?.ok ? parsed.site.timeZone : 'UTC'
}

function write(contentDir: string, slug: string, title: string, timeZone: string): void {
  const below = `articles/${slug}.md`
  const text = newArticleText(title, now(), timeZone)
  const parsed = parseArticle({ path: below, bytes: Buffer.from(text), site: { timeZone } })
  if (!parsed.ok) return fail(parsed.problems.map((p) => `The headline ${p.problem}.`).join('\n'))
  const file = path.join(contentDir, below)
  mkdirSync(path.dirname(file), { recursive: true })
  try {
    writeFileSync(file, text, { flag: 'wx' })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    return fail(`${below} is there already; nothing was written.`)
  }
  process.stdout.write(`${path.relative(process.cwd(), file)}\n`)
}

function fail(words: string): void {
  process.stderr.write(`${words}\n`)
  process.exitCode = 1
}

main()
