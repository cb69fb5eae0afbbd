import { readdirSync, rmSync, statSync, utimesSync } from 'node:fs'
import path from 'node:path'

/** A running server reads files from its folder until it stops, so the last few used are kept. */
export function keepFolders(parent, name, kept) {
  utimesSync(path.join(parent, name), new Date(), new Date())
  const others = readdirSync(parent)
    .filter((other) => NAME.test(other) && other !== name)
    .map((other) => ({ other, used: statSync(path.join(parent, other)).mtimeMs }))
    .sort((a, b) => b.used - a.used)
  for (const { other } of others.slice(kept))
    rmSync(path.join(parent, other), { recursive: true, force: true })
}

/** The folder of these sources. */
export const folderName = (hash) => hash.slice(0, 16)
const NAME = /^[0-9a-f]{16}$/
