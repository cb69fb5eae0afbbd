/** Shows whether a file has changed: any write, rename or `touch` changes one of these values. */
export type Fingerprint = { size: number; mtime: number; ctime: number }

type Stat = { size: number; mtimeMs: number; ctimeMs: number }

export function fingerprintOf({ size, mtimeMs, ctimeMs }: Stat): Fingerprint {
  return { size, mtime: mtimeMs, ctime: ctimeMs }
}

export function sameFingerprint(a: Fingerprint, b: Fingerprint): boolean {
  return a.size === b.size && a.mtime === b.mtime && a.ctime === b.ctime
}
