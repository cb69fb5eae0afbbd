/** What tells that a file has changed: any write, and any rename or `touch`, changes one of these. */
export type Fingerprint = { size: number; mtime: number; ctime: number }

type Stat = { size: number; mtimeMs: number; ctimeMs: number }

export function fingerprintOf({ size, mtimeMs, ctimeMs }: Stat): Fingerprint {
  return { size, mtime: mtimeMs, ctime: ctimeMs }
}

export function sameFingerprint(a: Fingerprint, b: Fingerprint): boolean {
  return a.size === b.size && a.mtime === b.mtime && a.ctime === b.ctime
}
