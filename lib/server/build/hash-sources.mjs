import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** `BUNDLED_FROM` is the folder `lib` that a bundle was made from. */
const lib =
  typeof BUNDLED_FROM === 'string' ? BUNDLED_FROM : fileURLToPath(new URL('../..', import.meta.url))
const MEMORY = path.join(lib, '../node_modules/.cache/broadsheet-sources')

/** A file that changes twice within the resolution of its file system's clock looks the same after the second time. */
const CLOCK_MS = 2_000

/**
 * One hash of all files with these names in a folder, and of all files in the subfolders with these names. To read a
 * thousand files at each start takes longer than to load the server. As in git, they are read again only when the file
 * system reports other sizes, times or inodes.
 */
export function hashSources(root, names) {
  const files = names.flatMap((name) => listSources(root, name))
  const stats = files.map((file) => statSync(path.join(root, file)))
  const seen = hashOf(
    ...stats.map(
      ({ size, mtimeMs, ctimeMs, ino }, i) => `${[files[i], size, mtimeMs, ctimeMs, ino]}`,
    ),
  )
  const memory = path.join(MEMORY, hashOf(root, ...names))
  const [before, known] = readMemory(memory)
  if (before === seen) return known
  const hash = hashOf(...files.flatMap((file) => [file, readFileSync(path.join(root, file))]))
  const newest = Math.max(...stats.map(({ ctimeMs }) => ctimeMs))
  if (Date.now() - newest > CLOCK_MS) writeMemory(memory, `${seen} ${hash}`)
  return hash
}

function hashOf(...parts) {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part).update('\0')
  return hash.digest('hex')
}

function readMemory(file) {
  try {
    return readFileSync(file, 'utf8').split(' ')
  } catch {
    return []
  }
}

/** In one step, since several servers may start at once. */
function writeMemory(file, text) {
  mkdirSync(MEMORY, { recursive: true })
  const written = `${file}-${process.pid}`
  writeFileSync(written, text)
  renameSync(written, file)
}

function listSources(root, name) {
  const full = path.join(root, name)
  const found = statSync(full, { throwIfNoEntry: false })
  if (found === undefined) return []
  if (found.isFile()) return [name]
  return readdirSync(full, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const inside = path.join(name, entry.name)
      if (entry.isDirectory()) return listSources(root, inside)
      return entry.isFile() ? [inside] : []
    })
}
