import { slugFromPath } from '@/lib/article/slug'
import type { FileChange } from '@/lib/git/raw-changes'

/** What a commit did to articles, whatever paths their files have. */
export type ArticleChange =
  | { kind: 'changed'; path: string; blob: string }
  | { kind: 'moved'; from: string; path: string; blob: string }
  | { kind: 'added'; path: string; blob: string }
  | { kind: 'removed'; path: string }

type Came = Extract<ArticleChange, { kind: 'added' }> & Pick<FileChange, 'from'>

/**
 * Follows articles through a commit. A file that keeps its name is the same article wherever it moves and however much it
 * changes, since its address stays; a file with another name is the same article only if it was renamed. A copy is a new
 * article.
 */
export function followFiles(
  changes: readonly FileChange[],
  isArticle: (path: string) => boolean,
): ArticleChange[] {
  const changed: ArticleChange[] = []
  const gone = new Set<string>()
  const came: Came[] = []
  for (const { path, blob, existed, from } of changes) {
    // The path that git pairs with this one is gone, whichever article took its content.
    if (from && isArticle(from.path)) gone.add(from.path)
    if (!isArticle(path)) continue
    if (blob === undefined) gone.add(path)
    else if (existed) changed.push({ kind: 'changed', path, blob })
    else came.push({ kind: 'added', path, blob, ...(from && { from }) })
  }
  const arrived = pair(gone, came)
  return [...[...gone].map((path) => ({ kind: 'removed' as const, path })), ...changed, ...arrived]
}

/** Removes moved files from `gone`. */
function pair(gone: Set<string>, came: readonly Came[]): ArticleChange[] {
  const bySlug = new Map([...gone].map((path) => [slugFromPath(path), path]))
  const moves = new Map<string, string>()
  const take = (path: string, from: string | undefined) => {
    if (from !== undefined && !moves.has(path) && gone.delete(from)) moves.set(path, from)
  }
  for (const { path } of came) take(path, bySlug.get(slugFromPath(path)))
  for (const { path, from } of came) take(path, from?.path)
  return came.map(({ path, blob }) => {
    const from = moves.get(path)
    return from === undefined ? { kind: 'added', path, blob } : { kind: 'moved', from, path, blob }
  })
}
