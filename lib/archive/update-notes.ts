import { mediaTag } from './cache-tags'

/** What one or more transactions changed: the paths of files, and the cache tags of the pages that show them. */
export type Update = { added: string[]; changed: string[]; removed: string[]; tags: Set<string> }

/** Records what a transaction changes. */
export class UpdateNotes {
  readonly update: Update = { added: [], changed: [], removed: [], tags: new Set() }

  stored(path: string, existed: boolean, tags: Iterable<string>): void {
    this.update[existed ? 'changed' : 'added'].push(path)
    for (const tag of tags) this.update.tags.add(tag)
  }

  removed(path: string, tags: Iterable<string>): void {
    this.update.removed.push(path)
    for (const tag of tags) this.update.tags.add(tag)
  }
}

/** Pages may name an image with or without the folder's name. */
export const mediaTags = (path: string) => [mediaTag(path), mediaTag(path.replace(/^media\//, ''))]
