import { closeSync, constants, fstatSync, openSync, readSync, type Stats } from 'node:fs'
import { MAX_FILE_BYTES, tooLarge } from '@/lib/front-matter/decode-text'
import type { Problem } from '@/lib/front-matter/problem'
import type { ContentFile } from './list-content'

/** A file that somebody is saving settles within a few reads; one that doesn't is tried again at the next scan. */
const ATTEMPTS = 3

export type ContentBytes =
  | { ok: true; bytes: Uint8Array; size: number; mtimeMs: number }
  | { ok: false; problem: Problem }

/**
 * Reads a file whole or not at all: too large, no regular file, or changed meanwhile is a problem. `size` and `mtimeMs`
 * are those of the bytes handed back.
 */
export function readContentFile(file: Pick<ContentFile, 'path' | 'absolute'>): ContentBytes {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const result = readOnce(file)
    if (result) return result
  }
  return refuse(file.path, 'changed while it was read', 'save it again')
}

/** Undefined when the file changed under the read. */
function readOnce({
  path,
  absolute,
}: Pick<ContentFile, 'path' | 'absolute'>): ContentBytes | undefined {
  let handle: number
  try {
    // Without O_NONBLOCK, opening a FIFO that took the file's place would wait for a writer for ever.
    handle = openSync(absolute, constants.O_RDONLY | constants.O_NONBLOCK)
  } catch (cause) {
    return refuse(path, `can't be read: ${codeOf(cause)}`, 'check that it is there and readable')
  }
  try {
    const before = fstatSync(handle)
    if (!before.isFile()) return refuse(path, 'is not a regular file', 'remove it')
    if (before.size > MAX_FILE_BYTES) {
      const { problem, fix } = tooLarge(before.size)
      return refuse(path, problem, fix)
    }
    const bytes = readAll(handle, before.size)
    const same = isSame(before, fstatSync(handle)) && bytes.length === before.size
    return same ? { ok: true, bytes, size: before.size, mtimeMs: before.mtimeMs } : undefined
  } finally {
    closeSync(handle)
  }
}

/** One byte more than expected is asked for, so that a file that grew shows. */
function readAll(handle: number, size: number): Uint8Array {
  const buffer = new Uint8Array(size + 1)
  let length = 0
  for (let read = -1; read !== 0 && length < buffer.length; length += read) {
    read = readSync(handle, buffer, length, buffer.length - length, null)
  }
  return buffer.subarray(0, length)
}

function isSame(before: Stats, after: Stats): boolean {
  return (
    before.size === after.size &&
    before.mtimeMs === after.mtimeMs &&
    before.ctimeMs === after.ctimeMs
  )
}

function refuse(path: string, problem: string, fix: string): ContentBytes {
  return {
    ok: false,
    problem: { severity: 'error', path, line: 1, column: 1, field: 'file', problem, fix },
  }
}

/** `ENOENT`, `EACCES`: what an editor can look up, without a stack. */
export function codeOf(cause: unknown): string {
  return cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause)
}
