import { readContentFile } from '@/lib/content/read-content-file'
import { fieldPlace } from '@/lib/front-matter/field-place'
import { parseArticle } from '@/lib/front-matter/parse-article'
import type { Problem } from '@/lib/front-matter/problem'
import { GitBlobs } from '@/lib/git/blobs'
import { findHead } from '@/lib/git/head'
import { findLastCommits } from '@/lib/git/last-commits'
import { repositoryOf } from '@/lib/git/repository'
import { askGitIf } from '@/lib/git/run-git'
import { plainText } from '@/lib/markdown/plain-text'
import type { SiteDefaults } from '@/lib/site/site'
import type { CheckedFolder } from './known-folder'

type Pair = { path: string; original: string }

/** Translations whose original has had other words since they were last saved, as git knows. */
export async function findLateTranslations(
  contentDir: string,
  folder: CheckedFolder,
  site: SiteDefaults,
): Promise<Problem[]> {
  const pairs = pairsIn(folder)
  const head = pairs.length > 0 && (await findHead(repositoryOf(contentDir)))
  if (!head || head.state === 'unavailable') return []
  const { repository } = head
  const last = await findLastCommits(
    head,
    new Set(pairs.flatMap(({ path, original }) => [nfc(path), nfc(original)])),
  )
  const files = new Map(folder.files.map((file) => [file.path, file]))
  const now = (path: string) => {
    const file = files.get(path)
    const read = file && readContentFile(file)
    return read?.ok ? read.bytes : undefined
  }
  const blobs = new GitBlobs(repository)
  const then = async (path: string, commit: string) => {
    const name = `${commit}:${repository.prefix}${path}`
    const blob = await askGitIf(repository, ['rev-parse', '--verify', '--quiet', name])
    return blob === undefined ? undefined : await blobs.read(blob)
  }
  const problems: Problem[] = []
  try {
    for (const { path, original } of pairs) {
      const [own, change] = [last.get(nfc(path)), last.get(nfc(original))]
      if (own === undefined || change === undefined || change.age >= own.age) continue
      const before = wordsIn(original, await then(original, own.hash), site)
      if (before === undefined || before === wordsIn(original, now(original), site)) continue
      problems.push(late(path, now(path), original, change.at))
    }
  } finally {
    await blobs.stop()
  }
  return problems
}

const nfc = (path: string) => path.normalize('NFC')

function pairsIn({ checked }: CheckedFolder): Pair[] {
  const shown = checked.flatMap(({ article }) => (article?.isPublic ? [article] : []))
  const paths = new Map(shown.map(({ slug, path }) => [slug, path]))
  return checked.flatMap(({ path, text, article }) => {
    const original = paths.get(text?.translationOf ?? '')
    return original !== undefined && article?.isPublic ? [{ path, original }] : []
  })
}

function wordsIn(path: string, bytes: Uint8Array | undefined, site: SiteDefaults) {
  const parsed = bytes && parseArticle({ path, bytes, site })
  if (!parsed?.ok) return undefined
  const { title, description = '', body } = parsed.article
  return [title, description, plainText(body)].join('\n')
}

function late(path: string, bytes: Uint8Array | undefined, original: string, at: Date): Problem {
  const field = 'translationOf'
  return {
    severity: 'warning',
    path,
    ...(bytes ? fieldPlace(bytes, [field]) : { line: 1, column: 1 }),
    field,
    problem: `${original} has had other words since ${at.toISOString().slice(0, 10)}`,
    fix: 'bring the translation up to date',
  }
}
