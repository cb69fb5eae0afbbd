import { slugFromPath } from '@/lib/article/slug'
import { readContentFile } from '@/lib/content/read-content-file'
import { fieldPlace } from '@/lib/front-matter/field-place'
import { parseArticle } from '@/lib/front-matter/parse-article'
import type { Problem } from '@/lib/front-matter/problem'
import { listRenames } from '@/lib/git/list-renames'
import type { SiteDefaults } from '@/lib/site/site'
import type { CheckedFolder } from './known-folder'

/** A published file that now has another name and no alias for its former one. */
export type RenamedFile = { path: string; slug: string }

export type RenamedWithoutAlias = {
  problems: Problem[]
  renamed: RenamedFile[]
  unasked: string | undefined
}

/**
 * Published articles whose file was renamed and whose former address leads nowhere, although readers, search engines and
 * other sites still use it.
 */
export async function findRenamedWithoutAlias(
  contentDir: string,
  { files, checked }: CheckedFolder,
  site: SiteDefaults,
): Promise<RenamedWithoutAlias> {
  const listed = await listRenames(contentDir)
  if (!listed.ok) return { problems: [], renamed: [], unasked: listed.reason }
  const articles = new Map(
    checked.flatMap(({ path, article }) => (article ? [[path.normalize('NFC'), article]] : [])),
  )
  const taken = new Set(files.map(({ path }) => `/articles/${slugFromPath(path)}`))
  for (const { aliases } of articles.values()) for (const alias of aliases) taken.add(alias)
  const later = new Map<string, string>()
  const renamed: RenamedFile[] = []
  // The newest renames come first, so that a file's current name is known before its former ones.
  for (const { from, to, bytes, at } of listed.renames) {
    const path = articles.has(to) ? to : (later.get(to) ?? to)
    later.set(from, path)
    const slug = slugFromPath(from)
    if (!articles.has(path) || taken.has(`/articles/${slug}`)) continue
    const parsed = parseArticle({ path: from, bytes, site })
    if (!parsed.ok || parsed.article.draft || parsed.article.published.at > at) continue
    taken.add(`/articles/${slug}`)
    renamed.push({ path, slug })
  }
  return { renamed, problems: renamed.map(toProblem(files)), unasked: undefined }
}

function toProblem(files: CheckedFolder['files']) {
  return ({ path, slug }: RenamedFile): Problem => {
    const file = files.find((each) => each.path.normalize('NFC') === path)
    const read = file && readContentFile(file)
    const place = read?.ok ? fieldPlace(read.bytes, ['aliases']) : { line: 1, column: 1 }
    return {
      severity: 'error',
      path,
      ...place,
      field: 'aliases',
      problem: `lacks ${slug}, under which the article was published`,
      fix: `add ${slug} to aliases, or run npm run content:check -- --fix`,
    }
  }
}
