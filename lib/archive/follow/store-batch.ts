import { slugFromPath } from '@/lib/article/slug'
import { kindOfFile, pathOf, splitPath } from '@/lib/content/content-files'
import type { Problem } from '@/lib/front-matter/problem'
import { foldSlug } from '../addresses'
import type { Statements } from '../rows'
import { ALL, mediaTag, PAGES, pageTag, SITE } from '../tags'
import { changedTags } from '../write/changed-tags'
import { storeChanges } from '../write/changes'
import { findClash } from '../write/find-clash'
import { FrequencyChanges } from '../write/frequencies'
import { ListIds } from '../write/list-ids'
import { storeProblems } from '../write/problems'
import { storeSpellings } from '../write/spellings'
import { findStored, removeArticle, type StoredArticle, storeArticle } from '../write/store-article'
import { storeSite } from '../write/store-site'
import { storeTags } from '../write/store-tags'
import type { IndexedArticle } from './index-article'
import type { FileReading } from './reading'

/** What one transaction, or several, changed: paths of files, and the tags of the pages that show it. */
export type Update = { added: string[]; changed: string[]; removed: string[]; tags: Set<string> }

export type Reading = Exclude<FileReading, { state: 'changing' }>
type Read = Extract<FileReading, { state: 'read' }>

/** Writes what was read from files into the archive, as one transaction. */
export class StoreBatch {
  readonly #update: Update = { added: [], changed: [], removed: [], tags: new Set() }
  readonly #frequencies = new FrequencyChanges()
  readonly #lists: ListIds
  /** Whether files that were read before have to be read anew. */
  again = false

  constructor(
    private readonly rows: Statements,
    private readonly vanished: ReadonlySet<string>,
    private readonly options: { now: Date; building: boolean },
  ) {
    this.#lists = new ListIds(rows)
  }

  store(readings: readonly Reading[]): Update {
    return this.#transaction(() => {
      for (const reading of readings) {
        const clash = reading.state === 'read' ? this.#storeReading(reading) : undefined
        this.#storeFile(reading, clash)
      }
    })
  }

  remove(paths: ReadonlySet<string>): Update {
    return this.#transaction(() => {
      for (const path of paths) this.#removeFile(path)
    })
  }

  #transaction(work: () => void): Update {
    this.rows.transaction(() => {
      work()
      if (this.options.building) return
      this.#frequencies.store(this.rows)
      storeChanges(this.rows, this.#update, this.options.now)
    })
    return this.#update
  }

  #storeFile({ file, hash, state }: Reading, clash: string | undefined): void {
    const { dir, name, size, mtime, ctime } = file
    const values = { dir, name, size, mtime, ctime }
    if (state === 'same') this.rows.run(TOUCH_FILE, values)
    else this.rows.run(STORE_FILE, { ...values, hash, clash: clash ?? null })
  }

  /** Returns the path of the file that it clashes with, if there is one. */
  #storeReading({ file, content, problems }: Read): string | undefined {
    const path = pathOf(file)
    if (content.kind === 'article') return this.#storeArticle(path, content.indexed, problems)
    storeProblems(this.rows, path, problems)
    if (content.kind === 'page') {
      const before = this.rows.run('DELETE FROM pages WHERE path = :path', { path }).changes
      this.rows.run(STORE_PAGE, content.indexed)
      this.#note(path, before > 0, [PAGES, pageTag(content.indexed.slug)])
    } else if (content.kind === 'site') {
      this.again = storeSite(this.rows, content.site)
      this.#note(path, true, [SITE, ALL])
    } else if (content.kind === 'tags') {
      this.again = storeTags(this.rows, content.tags)
      this.#note(path, true, [ALL])
    } else if (content.kind === 'media') {
      const { isStill, ...image } = content.image
      this.rows.run(STORE_MEDIA, { path, ...image, still: isStill ? 1 : 0, bytes: file.size })
      this.#note(path, true, mediaTags(path))
    } else if (file.kind === 'media') {
      // The bytes that the row spoke of are gone: unlike a text, the picture before can't be kept.
      this.#removeMedia(path)
    } else if (file.kind === 'article') {
      this.#keepMoved(path)
    }
    return undefined
  }

  #storeArticle(path: string, indexed: IndexedArticle, problems: Problem[]): string | undefined {
    // They are handed over once, so that they are kept even if this article isn't.
    storeSpellings(this.rows, indexed.spellings)
    const clash = findClash(this.rows, indexed, (other) => this.vanished.has(other))
    if (clash !== undefined) {
      storeProblems(this.rows, path, [clash.problem, ...problems])
      return clash.with
    }
    const before = findStored(this.rows, 'folded', foldSlug(indexed.slug))
    const after = storeArticle(this.rows, this.#lists, indexed, before)
    this.#noteArticle(path, before, after)
    storeProblems(this.rows, path, problems)
    return undefined
  }

  /** A file that was moved and is bad where it is now: its previous good version moves with it. */
  #keepMoved(path: string): void {
    const stored = findStored(this.rows, 'folded', foldSlug(slugFromPath(path)))
    if (stored !== undefined && this.vanished.has(stored.path)) {
      this.rows.run('UPDATE articles SET path = :path WHERE id = :id', { id: stored.id, path })
    }
  }

  #removeFile(path: string): void {
    const { dir, name } = splitPath(path)
    this.rows.run('DELETE FROM files WHERE dir = :dir AND name = :name', { dir, name })
    storeProblems(this.rows, path, [])
    const kind = kindOfFile(dir, name)
    if (kind === 'article') {
      const before = findStored(this.rows, 'path', path)
      if (before === undefined) return
      removeArticle(this.rows, before.id)
      this.#noteArticle(path, before, undefined)
    } else if (kind === 'page') {
      this.rows.run('DELETE FROM pages WHERE path = :path', { path })
      this.#noteRemoved(path, [PAGES, pageTag(slugFromPath(path))])
    } else if (kind === 'tags') {
      this.again = storeTags(this.rows, [])
      this.#noteRemoved(path, [ALL])
    } else if (kind === 'media') {
      this.#removeMedia(path)
    }
  }

  #removeMedia(path: string): void {
    const { changes } = this.rows.run('DELETE FROM media WHERE path = :path', { path })
    if (changes > 0) this.#noteRemoved(path, mediaTags(path))
  }

  #noteArticle(
    path: string,
    before: StoredArticle | undefined,
    after: StoredArticle | undefined,
  ): void {
    if (!this.options.building) this.#frequencies.change(before, after)
    const tags = this.options.building ? [] : changedTags(before, after, this.options.now)
    if (after === undefined) this.#noteRemoved(path, tags)
    else this.#note(path, before !== undefined, tags)
  }

  #note(path: string, existed: boolean, tags: Iterable<string>): void {
    this.#update[existed ? 'changed' : 'added'].push(path)
    for (const tag of tags) this.#update.tags.add(tag)
  }

  #noteRemoved(path: string, tags: Iterable<string>): void {
    this.#update.removed.push(path)
    for (const tag of tags) this.#update.tags.add(tag)
  }
}

/** An image is asked for with and without the folder's name. */
const mediaTags = (path: string) => [mediaTag(path), mediaTag(path.replace(/^media\//, ''))]

const TOUCH_FILE = `UPDATE files SET size = :size, mtime = :mtime, ctime = :ctime
  WHERE dir = :dir AND name = :name`
const STORE_FILE = `INSERT OR REPLACE INTO files (dir, name, size, mtime, ctime, hash, clash)
  VALUES (:dir, :name, :size, :mtime, :ctime, :hash, :clash)`
const STORE_PAGE = `INSERT OR REPLACE INTO pages (slug, path, title, page)
  VALUES (:slug, :path, :title, :page)`
const STORE_MEDIA = `INSERT OR REPLACE INTO media (path, width, height, type, bytes, hash, still)
  VALUES (:path, :width, :height, :type, :bytes, :hash, :still)`
