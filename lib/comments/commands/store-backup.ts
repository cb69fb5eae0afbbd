import { createHash } from 'node:crypto'
import {
  chmodSync,
  createReadStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { Refusal } from '@/lib/site/refusal'
import { syncToDisk } from '../store/sqlite/whole-file'
import {
  BACKUP_FILES,
  type FileFacts,
  MANIFEST_FILE,
  type Manifest,
  parseManifest,
  writeManifest,
} from './backup-manifest'
import type { BackupSource } from './backup-sources'

/** Writes a backup, which gets its name only when it is complete and then replaces an earlier one. Throws a Refusal. */
export async function storeBackup(
  folder: string,
  source: BackupSource,
  { app, now }: { app: string; now: Date },
): Promise<Omit<Manifest, 'format' | 'version'>> {
  const target = existsSync(folder) ? realpathSync(folder) : path.resolve(folder)
  refuseOther(target)
  mkdirSync(path.dirname(target), { recursive: true })
  const made = mkdtempSync(`${target}.unfinished-`)
  try {
    const held = await source(made)
    const files: Manifest['files'] = {}
    for (const name of BACKUP_FILES) {
      const file = path.join(made, name)
      if (existsSync(file)) files[name] = await readFileFacts(file)
    }
    const manifest = { made: now.toISOString(), app, ...held, files }
    writeFileSync(path.join(made, MANIFEST_FILE), writeManifest(manifest))
    for (const name of readdirSync(made)) syncToDisk(path.join(made, name))
    syncToDisk(made)
    takePlace(made, target)
    return manifest
  } finally {
    rmSync(made, { recursive: true, force: true })
  }
}

export async function readFileFacts(file: string): Promise<FileFacts> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const chunk of createReadStream(file)) {
    hash.update(chunk)
    bytes += chunk.length
  }
  return { bytes, sha256: hash.digest('hex') }
}

/** Refuses to replace a folder that holds anything other than a backup. */
function refuseOther(target: string): void {
  if (!existsSync(target)) return
  const isFolder = statSync(target).isDirectory()
  const names = isFolder ? readdirSync(target) : []
  if (isFolder && names.length === 0) return
  const own = new Set<string>([...BACKUP_FILES, MANIFEST_FILE])
  const isBackup =
    names.includes(MANIFEST_FILE) &&
    names.every((name) => own.has(name)) &&
    parseManifest(readFileSync(path.join(target, MANIFEST_FILE), 'utf8')) !== undefined
  if (isBackup) return
  throw new Refusal(`${target} is not a backup. Give a new or an empty folder.`)
}

function takePlace(made: string, target: string): void {
  const previous = `${made}.previous`
  try {
    if (existsSync(target)) {
      // Those who could read the old folder can read the new one.
      chmodSync(made, statSync(target).mode & 0o7777)
      renameSync(target, previous)
    }
    renameSync(made, target)
  } catch (error) {
    if (existsSync(previous)) renameSync(previous, target)
    const reason = error instanceof Error ? error.message : String(error)
    const advice = 'Give a folder inside it.'
    throw new Refusal(`${target} can't be replaced (${reason}). ${advice}`, { cause: error })
  }
  syncToDisk(path.dirname(target))
  rmSync(previous, { recursive: true, force: true })
}
