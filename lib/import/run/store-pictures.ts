import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs'
import path from 'node:path'
import { attachmentKind } from '@/lib/article/attachment-kind'
import { IMAGE_KINDS, imageKind, isNamedLike } from '@/lib/article/image-kind'
import { isPassedOver } from '@/lib/content/file-kind'
import type { Placed } from '../html/surroundings'
import type { ContentFolder } from './store-folder'

/** The site shows no larger file. */
const MAX_BYTES = 64 * 1_048_576

/** WordPress' and Ghost's smaller copies of a picture: the site makes its own sizes of the largest. */
const SMALLER = /-\d{2,5}x\d{2,5}(?=\.\w+$)/
const GHOST_SIZE = /\/size\/w\d+(?:h\d+)?(?:\/format\/\w+)?(?=\/)/
const SCALED = /-(?:scaled|rotated|e\d{13})(?=\.\w+$)/

/** Automattic's copy of other sites' pictures. */
const PHOTON = /^(?:https?:)?\/\/i\d\.wp\.com\//i

export type PictureRequest = {
  /** As the old text wrote it. */
  address: string
  /** Folders in which a relative path is looked for first. */
  near: readonly string[]
  /** Where pictures that lie in one of `near` go, below the content folder. */
  beside?: string
}

/** Copies the old site's pictures and documents into the content folder, each once. */
export class Pictures {
  readonly #into: ContentFolder
  readonly #folders: string[]
  /** Files that were fetched, by address. */
  readonly #fetched: ReadonlyMap<string, Placed | Uint8Array>
  readonly #placed = new Map<string, Placed>()
  copied = 0

  constructor(
    into: ContentFolder,
    folders: string[],
    fetched: ReadonlyMap<string, Placed | Uint8Array> = new Map(),
  ) {
    this.#into = into
    this.#folders = folders
      .filter((folder) => existsSync(folder))
      .map((folder) => realpathSync(folder))
    this.#fetched = fetched
  }

  place(request: PictureRequest): Placed {
    const key = keyOf(request)
    const before = this.#placed.get(key)
    if (before) return before
    const placed = this.#find(request)
    this.#placed.set(key, placed)
    return placed
  }

  /** Looks for it again: it may have been fetched. */
  forget(request: PictureRequest): void {
    this.#placed.delete(keyOf(request))
  }

  #find({ address, near, beside }: PictureRequest): Placed {
    if (/^data:/i.test(address)) return { missing: 'is written into the text' }
    const written = pathOf(address)
    if (written === undefined) return { missing: 'is no address of a file' }
    for (const folder of near) {
      const file = fileIn(folder, written.replace(/^\//, ''))
      const own = beside !== undefined && !written.startsWith('/') && !written.startsWith('..')
      if (file) return this.#store(file, own ? `${beside}/${written}` : `media/${written}`)
    }
    const fetched = this.#fetched.get(address)
    for (const [folder, below] of candidates(this.#folders, written)) {
      const file = fileIn(folder, below)
      if (file) return this.#store(file, `media/${this.#shortPath(file)}`)
    }
    if (fetched instanceof Uint8Array) return this.#storeBytes(fetched, `media/${written}`)
    return fetched ?? { missing: 'isn’t in the folder of pictures' }
  }

  /** Below the innermost folder of pictures: `2024/wall.png`, not `content/images/2024/wall.png`. */
  #shortPath(file: string): string {
    const around = this.#folders.filter((folder) => file.startsWith(folder + path.sep))
    const inner = around.reduce((a, b) => (b.length > a.length ? b : a), around[0] ?? '')
    return path.relative(inner, file)
  }

  #store(file: string, below: string): Placed {
    if (statSync(file).size > MAX_BYTES) return { missing: 'has more than 64 MB' }
    return this.#storeBytes(readFileSync(file), below)
  }

  #storeBytes(bytes: Uint8Array, below: string): Placed {
    const kind = imageKind(bytes.subarray(0, 64))
    if (kind === undefined && !attachmentKind(below))
      return { missing: 'is no JPEG, PNG, WebP, AVIF or GIF' }
    const clean = cleanPath(below)
    if (clean === undefined) return { missing: 'has a name that no file can have' }
    const named =
      kind === undefined || isNamedLike(clean, kind)
        ? clean
        : `${clean.replace(/\.\w{1,5}$/, '')}.${IMAGE_KINDS[kind].endings[0]}`
    for (let n = 1; n < 100; n++) {
      const at = n === 1 ? named : named.replace(/(?=\.\w+$)/, `-${n}`)
      const fate = this.#into.store(`picture:${at}`, at, bytes)
      if (fate === 'foreign') continue
      if (fate === 'new') this.copied++
      return fate === 'deleted' ? { missing: 'was deleted since' } : { src: at }
    }
    return { missing: 'has the name of a hundred others' }
  }
}

const keyOf = ({ address, near, beside }: PictureRequest) =>
  near.length === 0 ? address : JSON.stringify([address, near, beside])

/** The decoded path of an address, without its query. */
function pathOf(address: string): string | undefined {
  const plain = address.replace(PHOTON, 'https://').replace(/[?#].*$/s, '')
  const remote = /^(?:[a-z][a-z0-9+.-]*:)?\/\/[^/]*(\/.*)$/is.exec(plain)?.[1]
  if (remote === undefined && /^[a-z][a-z0-9+.-]*:/i.test(plain)) return undefined
  try {
    const decoded = decodeURIComponent(remote ?? plain).replace(/^\.\//, '')
    return decoded === '' || decoded.includes('\0') ? undefined : decoded.replace(GHOST_SIZE, '')
  } catch {
    return undefined
  }
}

/** The whole path below each folder, then without its first names: exports hold `uploads` without what was around it. */
function* candidates(folders: readonly string[], written: string): Generator<[string, string]> {
  const names = written.split('/').filter((name) => name !== '' && name !== '.')
  for (let cut = 0; cut < names.length; cut++)
    for (const folder of folders) yield [folder, names.slice(cut).join('/')]
}

/** A regular file within the folder, in its largest version; undefined for everything else, and for links that lead out. */
function fileIn(folder: string, below: string): string | undefined {
  const whole = below.replace(SMALLER, '')
  for (const name of new Set([whole.replace(SCALED, ''), whole, below])) {
    const file = path.join(folder, name)
    if (!existsSync(file)) continue
    const real = realpathSync(file)
    const root = realpathSync(folder)
    if (real.startsWith(root + path.sep) && statSync(real).isFile()) return real
  }
  return undefined
}

/** Names that every file system and address can have, without a hidden file, `..` or a folder too deep. */
function cleanPath(below: string): string | undefined {
  const names = below
    .split('/')
    .map((name) =>
      name
        .normalize('NFC')
        .replace(/[^\p{L}\p{M}\p{N}._-]+/gu, '-')
        .replace(/^[.-]+|[.]+$/g, ''),
    )
    .map((name) => [...name].slice(-MAX_NAME).join(''))
    .filter((name) => name !== '')
  if (names.length < 2 || names.length > MAX_DEPTH || names.some(isPassedOver)) return undefined
  return names.join('/')
}

const MAX_NAME = 60
const MAX_DEPTH = 16
