import type { CanonicalTag } from '@/lib/article/canonical-tags'
import { type ContentFile, listContentFiles } from '@/lib/content/list-content'
import { readContentFile } from '@/lib/content/read-content'
import { parseSite } from '@/lib/front-matter/parse-site'
import { parseTags } from '@/lib/front-matter/parse-tags'
import type { Problem } from '@/lib/front-matter/problem'
import { ARTICLE, PAGE } from './check-file'
import { checkFiles, type OnProgress } from './check-files'
import { checkTogether } from './check-together'
import { type ForgottenName, findForgottenNames } from './forgotten-names'

export type Checked = {
  files: number
  problems: Problem[]
  /** Without site.yaml, dates are read as UTC. */
  hasSite: boolean
  /** Published files that git knows under a name that leads nowhere now. */
  forgotten: ForgottenName[]
  /** Why git could not be asked for renamed files; undefined when it was, or there is none. */
  unasked: string | undefined
}

type Options = { now: Date; onProgress?: OnProgress }

/** Everything that could be wrong in a content folder, in order of path and line. */
export async function findContentProblems(contentDir: string, options: Options): Promise<Checked> {
  const { now, onProgress = () => undefined } = options
  const listing = listContentFiles(contentDir)
  const { files } = listing
  const problems = [...listing.problems, ...files.flatMap(strayFile)]
  const site = readYaml(files, 'site.yaml', parseSite)
  const tags = readYaml(files, 'tags.yaml', parseTags)
  for (const file of [site, tags])
    if (file && !file.parsed.ok) problems.push(...file.parsed.problems)
  const timeZone = site?.parsed.ok ? site.parsed.site.timeZone : 'UTC'
  const canonical: CanonicalTag[] = tags?.parsed.ok ? tags.parsed.tags : []
  const texts = files.filter(({ path }) => ARTICLE.test(path) || PAGE.test(path))
  const checked = await checkFiles({ timeZone, now }, texts, onProgress)
  problems.push(...checked.flatMap((file) => file.problems))
  const folder = { files, checked, tags: canonical }
  problems.push(...(await checkTogether(folder)))
  const names = await findForgottenNames(contentDir, folder, timeZone)
  problems.push(...names.problems)
  return {
    files: texts.length + [site, tags].filter((file) => file !== undefined).length,
    problems: problems.sort(byPlace),
    hasSite: site !== undefined,
    forgotten: names.forgotten,
    unasked: names.unasked,
  }
}

function byPlace(a: Problem, b: Problem): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1
  return a.line - b.line || a.column - b.column
}

type Input = { path: string; bytes: Uint8Array }
type Refused = { ok: false; problems: Problem[] }

/** A file of the folder's root through its parser; undefined when there is none. */
function readYaml<T extends { ok: true }>(
  files: readonly ContentFile[],
  path: string,
  parse: (input: Input) => T | Refused,
): { parsed: T | Refused } | undefined {
  const file = files.find((each) => each.path === path)
  if (file === undefined) return undefined
  const read = readContentFile(file)
  return {
    parsed: read.ok ? parse({ path, bytes: read.bytes }) : { ok: false, problems: [read.problem] },
  }
}

/** Markdown that is in no place from which it is published would otherwise be missed in silence. */
function strayFile({ path }: ContentFile): Problem[] {
  if (ARTICLE.test(path) || PAGE.test(path)) return []
  if (!/\.(?:md|markdown)$/i.test(path) || /(?:^|\/)README\.md$/i.test(path)) return []
  return [
    {
      severity: 'warning',
      path,
      line: 1,
      column: 1,
      field: 'file',
      problem: 'is not published from here',
      fix: 'name it articles/….md or pages/….md',
    },
  ]
}
