import { type ContentFile, listContentFiles } from '@/lib/archive/list-content'
import { readContentFile } from '@/lib/archive/read-content'
import type { Article } from '@/lib/article/article'
import { bodyReferences } from '@/lib/article/body-references'
import { checkBody } from '@/lib/article/check-body'
import { checkFolder } from '@/lib/article/check-folder'
import { checkReferences, type Known, missingImage } from '@/lib/article/check-references'
import { fieldPlace } from '@/lib/article/field-place'
import { parseArticle } from '@/lib/article/parse-article'
import { parsePlainPage } from '@/lib/article/parse-plain-page'
import { parseSite } from '@/lib/article/parse-site'
import type { PlainPage } from '@/lib/article/plain-page'
import type { Problem } from '@/lib/article/problem'
import { renderBody } from '@/lib/article/render-body'
import { slugFromPath } from '@/lib/article/slug'
import { nearDuplicateProblems } from './near-duplicate-problems'

export type Checked = {
  files: number
  problems: Problem[] /** Without site.yaml, dates are read as UTC. */
  hasSite: boolean
}

/** Everything that could be wrong in a content folder, in order of path and line. */
export function findContentProblems(contentDir: string): Checked {
  const { files, problems } = listContentFiles(contentDir)
  const folder = new Folder(files, [...problems])
  folder.read()
  folder.check()
  return {
    files: folder.checked,
    problems: folder.problems.sort(byPlace),
    hasSite: folder.hasSite,
  }
}

function byPlace(a: Problem, b: Problem): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1
  return a.line - b.line || a.column - b.column
}

const ARTICLE = /^articles\/.*\.md$/
const PAGE = /^pages\/[^/]*\.md$/

class Folder {
  checked = 0
  hasSite = false
  private timeZone = 'UTC'
  private readonly articles = new Map<string, Article>()
  private readonly pages: PlainPage[] = []
  private readonly anchors = new Map<string, ReadonlySet<string>>()
  private readonly paths: ReadonlySet<string>

  constructor(
    private readonly files: readonly ContentFile[],
    readonly problems: Problem[],
  ) {
    this.paths = new Set(files.map(({ path }) => path.normalize('NFC')))
  }

  /** First the site, since its time zone is needed to read a date; then every article and page. */
  read(): void {
    for (const file of this.files) if (file.path === 'site.yaml') this.readSite(file)
    for (const file of this.files) {
      if (ARTICLE.test(file.path)) this.readArticle(file)
      else if (PAGE.test(file.path)) this.readPage(file)
      else this.noteStray(file.path)
    }
  }

  check(): void {
    const articles = [...this.articles.values()]
    for (const problem of checkFolder(articles, this.pages))
      this.problems.push(this.placed(problem))
    const known = this.known(articles)
    for (const article of articles) {
      this.checkFile({ ...article, kind: 'article' }, known)
      this.checkImage(article, known)
    }
    for (const page of this.pages) this.checkFile({ ...page, kind: 'page' }, known)
    this.problems.push(...nearDuplicateProblems(articles))
  }

  private bytesOf(file: ContentFile): Uint8Array | undefined {
    this.checked += 1
    const read = readContentFile(file)
    if (read.ok) return read.bytes
    this.problems.push(read.problem)
    return undefined
  }

  private readSite(file: ContentFile): void {
    this.hasSite = true
    const bytes = this.bytesOf(file)
    const parsed = bytes && parseSite({ path: file.path, bytes })
    if (parsed?.ok) this.timeZone = parsed.site.timeZone
    else if (parsed) this.problems.push(...parsed.problems)
  }

  private readArticle(file: ContentFile): void {
    const bytes = this.bytesOf(file)
    if (!bytes) return
    const parsed = parseArticle({ path: file.path, bytes, site: { timeZone: this.timeZone } })
    this.problems.push(...parsed.problems)
    if (parsed.ok) this.articles.set(file.path, parsed.article)
  }

  private readPage(file: ContentFile): void {
    const bytes = this.bytesOf(file)
    if (!bytes) return
    const parsed = parsePlainPage({ path: file.path, bytes, site: { timeZone: this.timeZone } })
    this.problems.push(...parsed.problems)
    if (parsed.ok) this.pages.push(parsed.page)
  }

  /** Markdown that is in no place from which it is published would otherwise be missed in silence. */
  private noteStray(path: string): void {
    if (!/\.(?:md|markdown)$/i.test(path) || /(?:^|\/)README\.md$/i.test(path)) return
    this.problems.push({
      severity: 'warning',
      path,
      line: 1,
      column: 1,
      field: 'file',
      problem: 'is not published from here',
      fix: 'name it articles/….md or pages/….md',
    })
  }

  private known(articles: readonly Article[]): Known {
    const bySlug = new Map(articles.map((article) => [article.slug, article]))
    return {
      articles: this.slugsOf(ARTICLE),
      pages: this.slugsOf(PAGE),
      aliases: new Set(articles.flatMap(({ aliases }) => aliases)),
      hasFile: (path) => this.paths.has(path),
      anchors: (slug) => {
        const article = bySlug.get(slug)
        return article && this.anchorsOf(article)
      },
    }
  }

  /** Of broken files too: that a link leads to one is no second mistake. */
  private slugsOf(kind: RegExp): Set<string> {
    return new Set([...this.paths].filter((path) => kind.test(path)).map(slugFromPath))
  }

  private anchorsOf({ slug, body, lang }: Article): ReadonlySet<string> {
    const found = this.anchors.get(slug)
    if (found) return found
    const context = {
      imageSize: () => undefined,
      mediaUrl: (src: string) => src,
      ...(lang && { lang }),
    }
    const { headings, sentences } = renderBody(body, context)
    const ids = new Set([...headings, ...sentences].map(({ id }) => id))
    this.anchors.set(slug, ids)
    return ids
  }

  private checkFile(
    file: (Article | PlainPage) & { kind: 'article' | 'page' },
    known: Known,
  ): void {
    // Links, images and raw HTML all need one of these; parsing the rest would cost most of the time.
    if (!/[[<]/.test(file.body)) return
    const references = bodyReferences(file.body)
    this.problems.push(...checkBody(file, references), ...checkReferences(file, known, references))
  }

  private checkImage({ path, image }: Article, known: Known): void {
    const words = image && missingImage(path, image.src, known)
    if (!words) return
    const problem = {
      severity: 'error',
      path,
      line: 1,
      column: 1,
      field: 'image.src',
      ...words,
    } as const
    this.problems.push(this.placed(problem))
  }

  /** Problems found after parsing get the place of their field from the file. */
  private placed(problem: Problem): Problem {
    const file = this.files.find(({ path }) => path === problem.path)
    const read = file && readContentFile(file)
    const keys = problem.field.split(/[.[\]]+/).filter((key) => key !== '')
    const typed = keys.map((key) => (/^\d+$/.test(key) ? Number(key) : key))
    const known = problem.field !== 'slug' && read?.ok
    return known ? { ...problem, ...fieldPlace(read.bytes, typed) } : problem
  }
}
