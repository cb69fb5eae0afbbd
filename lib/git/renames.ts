import { slugFromPath } from '@/lib/article/slug'
import type { GitBlobs } from './blobs'
import type { FileChange } from './raw-changes'
import { areSimilar } from './similar-texts'

/** Where git paired two different articles as a rename, splits the pair into a removed and an added file. */
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
