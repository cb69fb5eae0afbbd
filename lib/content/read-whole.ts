import { createHash } from 'node:crypto'
import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs'
import { type Fingerprint, fingerprintOf, sameFingerprint } from './content-files'

export type WholeFile =
  | { state: 'read'; bytes: Uint8Array; hash: string }
  /** It isn't, or is no longer, the file that the scan saw: it is being written, or gone. */
  | { state: 'changing' }
  | { state: 'unreadable'; reason: string }

/**
 * Reads a file that the scan saw, whole or not at all: it must look the same to the scan, before and after the
 * reading. A file that somebody is writing looks different each time.
 */
export function readWhole(file: string, scanned: Fingerprint): WholeFile {
  try {
    const descriptor = openSync(file, 'r')
    try {
      if (!sameFingerprint(fingerprintOf(fstatSync(descriptor)), scanned))
        return { state: 'changing' }
      const bytes = readFileSync(descriptor)
      const after = fingerprintOf(fstatSync(descriptor))
      const whole = sameFingerprint(after, scanned) && bytes.length === scanned.size
      return whole ? { state: 'read', bytes, hash: hashOf(bytes) } : { state: 'changing' }
    } finally {
      closeSync(descriptor)
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
    return code === 'ENOENT' ? { state: 'changing' } : { state: 'unreadable', reason: code }
  }
}

/** Tells contents apart; nothing relies on it being hard to forge. */
export function hashOf(bytes: Uint8Array): string {
  return createHash('sha1').update(bytes).digest('base64')
}
