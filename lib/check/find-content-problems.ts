import type { CanonicalTag } from '@/lib/article/canonical-tags'
import type { RootKind } from '@/lib/content/file-kind'
import { type ContentListing, filesOf, listContent } from '@/lib/content/list-content'
import { readContentFile } from '@/lib/content/read-content-file'
import { parseFront } from '@/lib/front-matter/parse-front'
import { parseProfiles } from '@/lib/front-matter/parse-profiles'
import { parseSite } from '@/lib/front-matter/parse-site'
import { parseTags } from '@/lib/front-matter/parse-tags'
import { parseWords } from '@/lib/front-matter/parse-words'
import type { Problem } from '@/lib/front-matter/problem'
import { repositoryOf } from '@/lib/git/repository'
import { findSubmodules } from '@/lib/git/submodules'
import { UNNAMED_DEFAULTS } from '@/lib/site/site'
import { checkFiles, type OnProgress } from './check-files'
import { checkTogether } from './check-together'
import { findLateTranslations } from './late-translations'
import { findRenamedWithoutAlias, type RenamedFile } from './renamed-without-alias'

export type Checked = {
  files: number
  problems: Problem[]
  /** Published files whose former name, which git knows, now leads nowhere. */
  renamed: RenamedFile[]
  /** Why git could not list renamed files; undefined when it could, or when there is no git. */
  unasked: string | undefined
}

type Options = { now: Date; onProgress?: OnProgress }

/** Every problem of a content folder, in order of path and line. */
export async function findContentProblems(contentDir: string, options: Options): Promise<Checked> {
  const { now, onProgress = () => undefined } = options
  const listing = listContent(contentDir)
  const problems = [...listing.problems]
  const site = readYaml(listing, 'site', parseSite)
  const tags = readYaml(listing, 'tags', parseTags)
  const front = readYaml(listing, 'front', parseFront)
  const authors = readYaml(listing, 'authors', parseProfiles)
  const sources = readYaml(listing, 'sources', parseProfiles)
  const words = readYaml(listing, 'words', parseWords)
  const settings = [site, tags, front, authors, sources, words].filter((file) => file !== undefined)
  for (const parsed of settings) problems.push(...parsed.problems)
  const { lang, timeZone } = site?.ok ? site.site : UNNAMED_DEFAULTS
  const place = { site: { lang, timeZone }, now }
  const canonical: CanonicalTag[] = tags?.ok ? tags.tags : []
  const texts = [...filesOf(listing, 'article'), ...filesOf(listing, 'page')]
  const checked = await checkFiles(place, texts, onProgress)
  problems.push(...checked.flatMap((file) => file.problems))
  const folder = {
    ...{ files: listing.files, checked, tags: canonical },
    ...(site?.ok && { site: site.site }),
    ...(front?.ok && { front: front.data }),
    authors: authors?.ok ? authors.data : [],
    sources: sources?.ok ? sources.data : [],
  }
  problems.push(...(await checkTogether(folder, now)))
  problems.push(...(await findSubmodules(repositoryOf(contentDir))))
  const names = await findRenamedWithoutAlias(contentDir, folder, place.site)
  problems.push(...names.problems)
  problems.push(...(await findLateTranslations(contentDir, folder, place.site)))
  return {
    files: texts.length + settings.length,
    problems: problems.sort(byPlace),
    renamed: names.renamed,
    unasked: names.unasked,
  }
}

function byPlace(a: Problem, b: Problem): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1
  return a.line - b.line || a.column - b.column
}

type Input = { path: string; bytes: Uint8Array }
type Refused = { ok: false; problems: Problem[] }

/** A parsed YAML file of the folder's root; undefined when it doesn't exist. */
function readYaml<T extends { ok: true; problems: Problem[] }>(
  listing: ContentListing,
  kind: RootKind,
  parse: (input: Input) => T | Refused,
): T | Refused | undefined {
  const [file] = filesOf(listing, kind)
  const read = file && readContentFile(file)
  if (file === undefined || read === undefined) return undefined
  return read.ok
    ? parse({ path: file.path, bytes: read.bytes })
    : { ok: false, problems: [read.problem] }
}
