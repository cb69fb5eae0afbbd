import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { Refusal } from '@/lib/site/refusal'
import {
  databaseFile,
  MANIFEST_FILE,
  type Manifest,
  parseManifest,
  refuseNewer,
  type ThisVersion,
} from './backup-manifest'
import { readFileFacts } from './store-backup'

export type Backup = {
  manifest: Manifest
  /** The comments: a SQLite file, or an export. */
  database: string
  key: string
}

/** A backup whose files match its manifest. Throws a Refusal for anything else. */
export async function readBackup(folder: string, here: ThisVersion): Promise<Backup> {
  const file = path.join(folder, MANIFEST_FILE)
  const manifest = existsSync(file) ? parseManifest(readFileSync(file, 'utf8')) : undefined
  if (manifest === undefined) {
    throw new Refusal(`${folder} is not a backup: it has no ${MANIFEST_FILE} that can be read.`)
  }
  refuseNewer(manifest, here)
  const name = databaseFile(manifest)
  if (name === undefined || manifest.files['secret.key'] === undefined) {
    throw new Refusal(
      `${folder} is not a complete backup: its manifest names no comments or no key.`,
    )
  }
  for (const [each, expected] of Object.entries(manifest.files)) {
    await requireUnchanged(path.join(folder, each), expected.sha256)
  }
  return { manifest, database: path.join(folder, name), key: path.join(folder, 'secret.key') }
}

async function requireUnchanged(file: string, sha256: string): Promise<void> {
  if (!existsSync(file)) throw new Refusal(`${file} is missing. Nothing was restored.`)
  if ((await readFileFacts(file)).sha256 === sha256) return
  throw new Refusal(
    `${file} isn't what was backed up: its SHA-256 differs from the manifest's. Nothing was restored.`,
  )
}
