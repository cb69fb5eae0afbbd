import { slugFromPath } from '@/lib/article/slug'
import { areSimilar } from '@/lib/history/diff/similar-texts'
import type { GitBlobs } from './git-blobs'
import type { FileChange } from './raw-changes'

/** Undoes the pairs of git's search for renames that are two articles: one that is gone and one that came. */
export async function confirmRenames(
  changes: readonly FileChange[],
  blobs: GitBlobs,
): Promise<FileChange[]> {
  const confirmed: FileChange[] = []
  for (const change of changes) {
    const { from, ...came } = change
    if (from === undefined || (await isSame(change, from, blobs))) confirmed.push(change)
    else confirmed.push({ path: from.path, blob: undefined, existed: true }, came)
  }
  return confirmed
}

async function isSame(
  { path, blob }: FileChange,
  from: NonNullable<FileChange['from']>,
  blobs: GitBlobs,
): Promise<boolean> {
  if (slugFromPath(path) === slugFromPath(from.path) || blob === from.blob) return true
  if (blob === undefined || !path.endsWith('.md')) return false
  const [before, after] = await Promise.all([blobs.read(from.blob), blobs.read(blob)])
  return before !== undefined && after !== undefined && areSimilar(before, after)
}
