import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs'
import { MAX_FILE_BYTES, tooLarge } from '@/lib/front-matter/decode-text'
import type { Problem } from '@/lib/front-matter/problem'
import { fileProblem } from './file-problem'
import { type Fingerprint, fingerprintOf, sameFingerprint } from './fingerprint'

/** A file that is being saved settles within a few reads; the next scan tries one that doesn't. */
const ATTEMPTS = 3

type FilePlace = { path: string; absolute: string }

export type ContentBytes = { ok: true; bytes: Uint8Array } | { ok: false; problem: Problem }

/** Reads a whole file. A file that is too large, isn't a regular file or changes meanwhile gives a problem instead. */
export function readContentFile(file: FilePlace): ContentBytes {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const result = readOnce(file)
    if (result === 'gone') return { ok: false, problem: unreadable(file, 'ENOENT') }
    if (result !== 'changing') return result
  }
  const problem = fileProblem(file.path, 'changed while it was read', 'save it again')
  return { ok: false, problem }
}

/**
 * The same for a file that a scan saw. It must look as it did to the scan, before and after it is read: a file that is
 * being written looks different each time, and one that has vanished is left to the next scan.
 */
export function readScannedFile(file: FilePlace, scanned: Fingerprint): ContentBytes | 'changing' {
  const result = readOnce(file, scanned)
  return result === 'gone' ? 'changing' : result
}

function readOnce(file: FilePlace, expected?: Fingerprint): ContentBytes | 'changing' | 'gone' {
  let handle: number
  try {
    // Without O_NONBLOCK, opening a FIFO that has replaced the file would wait for ever.
    handle = openSync(file.absolute, constants.O_RDONLY | constants.O_NONBLOCK)
  } catch (cause) {
    const code = codeOf(cause)
    return code === 'ENOENT' ? 'gone' : { ok: false, problem: unreadable(file, code) }
  }
  try {
    const stat = fstatSync(handle)
    const before = fingerprintOf(stat)
    if (expected && !sameFingerprint(before, expected)) return 'changing'
    if (!stat.isFile()) {
      return { ok: false, problem: fileProblem(file.path, 'is not a regular file', 'remove it') }
    }
    if (before.size > MAX_FILE_BYTES) {
      const { problem, fix } = tooLarge(before.size)
      return { ok: false, problem: fileProblem(file.path, problem, fix) }
    }
    const bytes = readAll(handle, before.size)
    const after = fingerprintOf(fstatSync(handle))
    const isWhole = sameFingerprint(before, after) && bytes.length === before.size
    return isWhole ? { ok: true, bytes } : 'changing'
  } finally {
    closeSync(handle)
  }
}

/** Asks for one byte more than expected, so that a file that has grown is noticed. */
function readAll(handle: number, size: number): Uint8Array {
  const buffer = new Uint8Array(size + 1)
  let length = 0
  for (let read = -1; read !== 0 && length < buffer.length; length += read) {
    read = readSync(handle, buffer, length, buffer.length - length, null)
  }
  return buffer.subarray(0, length)
}

const unreadable = ({ path }: FilePlace, code: string) =>
  fileProblem(path, `can't be read: ${code}`, 'check that it exists and is readable')

/** `ENOENT`, `EACCES`: a code that an editor can look up, without a stack. */
function codeOf(cause: unknown): string {
  return cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause)
}
