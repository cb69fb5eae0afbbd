import { attachmentKind } from '@/lib/article/attachment-kind'
import type { CanonicalTag } from '@/lib/article/canonical-tags'
import { addressKey, slugFromPath, slugify } from '@/lib/article/slug'
import { fileKind, pathOf, splitPath } from '@/lib/content/file-kind'
import type { Problem } from '@/lib/front-matter/problem'
import { ALL, PAGES, pageTag, SITE } from '../cache-tags'
import { isCheckedSetting } from '../check-settings'
import { recheck, recheckAll, removeCheckedText, storeCheckedText } from '../checked-texts'
import { addressKeys, type Claimant, otherClaimants, removeRefused, storeRefused } from '../claims'
import { type FileChange, recheckAround } from '../recheck-around'
import { isSetting, storeSetting } from '../settings'
import type { Statements } from '../statements'
import { removeMedia, storeBadImage, storeMedia } from '../store-media'
import { mediaTags, type Update, UpdateNotes } from '../update-notes'
import { changedCacheTags } from '../write/changed-cache-tags'
import { storeChanges } from '../write/changes'
import { FrequencyChanges } from '../write/frequencies'
import { storeEntriesUntil } from '../write/languages-of-story'
import { ListIds } from '../write/list-ids'
import { storeProblems } from '../write/problems'
import { hasSignedTag, recheckTags, removeSignedTags, storeSignedTags } from '../write/signed-tags'
import { storeSpellings } from '../write/spellings'
import { findStored, removeArticle, type StoredArticle, storeArticle } from '../write/store-article'
import { storeSite } from '../write/store-site'
import { storeTags } from '../write/store-tags'
import type { IndexedArticle } from './index-article'
import { type FileReading, type IndexedPage, isWrong } from './reading'

export type Reading = Exclude<FileReading, { state: 'changing' }>
type Read = Extract<FileReading, { state: 'read' }>

type Options = { now: Date; building: boolean; onFound?: (problems: readonly Problem[]) => void }

/** The result of storing a file: the file that keeps it from readers, and whether other files claim its addresses. */
type Claimed = { clash?: string; isContested: boolean }

/** Writes the contents of files into the archive, in one transaction. */
export class StoreBatch {
  readonly #notes = new UpdateNotes()
  readonly #frequencies = new FrequencyChanges()
  readonly #lists: ListIds
  /** Whether some files must be read again. */
  again = false

  constructor(
    private readonly rows: Statements,
    private readonly vanished: ReadonlySet<string>,
    private readonly options: Options,
  ) {
    this.#lists = new ListIds(rows)
  }

  store(readings: readonly Reading[]): Update {
    return this.#transaction(() => {
      for (const reading of readings) {
        const { dir, name, size, mtime, ctime } = reading.file
        const values = { dir, name, size, mtime, ctime }
        if (reading.state === 'same') this.rows.run(TOUCH_FILE, values)
        else this.rows.run(STORE_FILE, { ...values, hash: reading.hash, ...this.#store(reading) })
      }
    })
  }

  remove(paths: ReadonlySet<string>): Update {
    return this.#transaction(() => {
      for (const path of paths) {
        this.rows.run('DELETE FROM files WHERE dir = :dir AND name = :name', splitPath(path))
        this.#forget(path, [])
        const signed = removeSignedTags(this.rows, path)
        this.#removeContent(path)
        recheckTags(this.rows, signed, true)
      }
    })
  }

  #transaction(work: () => void): Update {
    this.rows.transaction(() => {
      work()
      if (this.options.building) return
      this.#frequencies.store(this.rows)
      storeChanges(this.rows, this.#notes.update, this.options.now)
    })
    return this.#notes.update
  }

  /** Returns what the file's row records about its text. */
  #store(reading: Read): { clash: string | null; recheck: 0 | null; refused: 0 | 1 } {
    const { file, problems, text, content } = reading
    const path = pathOf(file)
    if (file.hash !== undefined || problems.length > 0) this.#forget(path, problems)
    if (text) storeCheckedText(this.rows, path, text.kept)
    const signed = storeSignedTags(this.rows, path, text?.tags ?? [])
    const { clash, isContested } = this.#storeContent(path, reading)
    const tags = text?.tags.map(slugify) ?? []
    const isBeside = !this.options.building && hasSignedTag(this.rows, tags)
    if (!this.options.building) recheckTags(this.rows, signed, true)
    const isRefused = clash !== undefined || isWrong(content)
    return {
      clash: clash ?? null,
      recheck:
        text?.isDue || isContested || isBeside || (isCheckedSetting(path) && !isRefused) ? 0 : null,
      refused: isRefused ? 1 : 0,
    }
  }

  /** These problems replace those found in the file before. */
  #forget(path: string, problems: readonly Problem[]): void {
    removeCheckedText(this.rows, path)
    this.#contest(path, removeRefused(this.rows, path))
    const found = storeProblems(this.rows, 'file', path, problems)
    this.options.onFound?.(found)
  }

  #storeContent(path: string, { file, content }: Read): Claimed {
    const comesOrGoes = file.hash === undefined
    if (content.kind === 'article') return this.#storeArticle(path, content.indexed, comesOrGoes)
    this.#recheckAround(path, { comesOrGoes })
    if (content.kind === 'page') return this.#storePage(path, content.indexed)
    if (content.kind === 'site') {
      this.again = storeSite(this.rows, content.site)
      this.#notes.stored(path, true, [SITE, ALL])
    } else if (content.kind === 'tags') {
      this.#storeTags(content.tags)
      this.#notes.stored(path, true, [ALL])
    } else if (isSetting(content.kind) && 'value' in content) {
      storeSetting(this.rows, content.kind, content.value)
      this.#notes.stored(path, true, [ALL])
    } else if (content.kind === 'media') {
      storeMedia(this.rows, path, content.image, file.size)
      this.#notes.stored(path, true, mediaTags(path))
    } else if (content.kind === 'bad-image') {
      const existed = storeBadImage(this.rows, path, content.fault)
      if (existed) this.#notes.removed(path, mediaTags(path))
    } else if (file.kind === 'other') {
      this.#notes.stored(path, true, mediaTags(path))
    } else if (file.kind === 'article') this.#keepMoved(path)
    return { isContested: false }
  }

  #storeArticle(path: string, indexed: IndexedArticle, comesOrGoes: boolean): Claimed {
    // A reader passes each spelling on only once, so they are stored even if this article isn't.
    storeSpellings(this.rows, indexed.spellings)
    const keys = addressKeys(path, indexed.aliases)
    const others = this.#contest(path, keys)
    const isContested = others.length > 0
    const clash = others.find((other) => other.isShown && !this.vanished.has(other.path))
    if (clash !== undefined) {
      storeRefused(this.rows, path, keys)
      this.#recheckAround(path, { comesOrGoes })
      return { clash: clash.path, isContested }
    }
    const before = findStored(this.rows, 'folded', addressKey(indexed.slug))
    if (before) this.#contest(path, addressKeys(path, before.aliases))
    const after = storeArticle(this.rows, this.#lists, indexed, before)
    if (!this.options.building)
      for (const original of new Set([after.original, before?.original ?? after.original]))
        storeEntriesUntil(this.rows, original)
    this.#noteArticle(path, before, after)
    this.#recheckAround(path, { comesOrGoes, before, after })
    return { isContested }
  }

  #storePage(path: string, page: IndexedPage): Claimed {
    const [folded = ''] = addressKeys(path)
    const isContested = this.#contest(path, [folded]).length > 0
    const before = this.rows.run('DELETE FROM pages WHERE path = :path', { path }).changes
    this.rows.run(STORE_PAGE, { ...page, folded })
    this.#notes.stored(path, before > 0, [PAGES, pageTag(page.slug)])
    return { isContested }
  }

  #storeTags(tags: readonly CanonicalTag[]): void {
    this.again = storeTags(this.rows, tags)
    recheckAll(this.rows)
  }

  /** Marks every other file that claims one of these addresses, to be checked again. */
  #contest(path: string, keys: readonly string[]): Claimant[] {
    const others = otherClaimants(this.rows, path, keys)
    for (const other of others) recheck(this.rows, other.path)
    return others
  }

  #recheckAround(path: string, change: FileChange): void {
    if (!this.options.building) recheckAround(this.rows, path, change)
  }

  /** When a moved file has an error in its new place, its previous good version moves with it. */
  #keepMoved(path: string): void {
    const stored = findStored(this.rows, 'folded', addressKey(slugFromPath(path)))
    if (stored !== undefined && this.vanished.has(stored.path)) {
      this.rows.run('UPDATE articles SET path = :path WHERE id = :id', { id: stored.id, path })
    }
  }

  #removeContent(path: string): void {
    const kind = fileKind(path)
    const before = kind === 'article' ? findStored(this.rows, 'path', path) : undefined
    this.#recheckAround(path, { comesOrGoes: true, before })
    if (before !== undefined) {
      removeArticle(this.rows, before)
      this.#contest(path, addressKeys(path, before.aliases))
      this.#noteArticle(path, before, undefined)
    } else if (kind === 'page') {
      this.rows.run('DELETE FROM pages WHERE path = :path', { path })
      this.#contest(path, addressKeys(path))
      this.#notes.removed(path, [PAGES, pageTag(slugFromPath(path))])
    } else if (kind === 'tags') {
      this.#storeTags([])
      this.#notes.removed(path, [ALL])
    } else if (isSetting(kind)) {
      storeSetting(this.rows, kind, undefined)
      this.#notes.removed(path, [ALL])
    } else if ((kind === 'media' && removeMedia(this.rows, path)) || attachmentKind(path)) {
      this.#notes.removed(path, mediaTags(path))
    }
  }

  #noteArticle(
    path: string,
    before: StoredArticle | undefined,
    after: StoredArticle | undefined,
  ): void {
    if (!this.options.building) this.#frequencies.change(before, after)
    const tags = this.options.building ? [] : changedCacheTags(before, after, this.options.now)
    if (after === undefined) this.#notes.removed(path, tags)
    else this.#notes.stored(path, before !== undefined, tags)
  }
}

const TOUCH_FILE = `UPDATE files SET size = :size, mtime = :mtime, ctime = :ctime
  WHERE dir = :dir AND name = :name`
const STORE_FILE = `INSERT OR REPLACE INTO files
    (dir, name, size, mtime, ctime, hash, clash, recheck, refused)
  VALUES (:dir, :name, :size, :mtime, :ctime, :hash, :clash, :recheck, :refused)`
const STORE_PAGE = `INSERT OR REPLACE INTO pages (slug, folded, path, title, page)
  VALUES (:slug, :folded, :path, :title, :page)`
