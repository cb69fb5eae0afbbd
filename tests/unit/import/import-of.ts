import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { importPaper } from '@/lib/commands/import'
import { callCommand } from '../../support/call-command'

export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGNgYGAAAAAEAAH2FzhVAAAAAElFTkSuQmCC',
  'base64',
)

/** Writes files by their paths below a folder. */
export function writeTree(folder: string, files: Record<string, string | Uint8Array>): string {
  for (const [below, content] of Object.entries(files)) {
    const file = path.join(folder, below)
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, content)
  }
  return folder
}

/** Every file below a folder but the import's own, by path. */
export function readFiles(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
  return Object.fromEntries(
    names
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
      .filter((below) => !below.startsWith('.import'))
      .sort()
      .map((below) => [below, textOf(readFileSync(path.join(folder, below)))]),
  )
}

/** Runs the command as an editor does. */
export async function importOf(from: string, given: string, into: string, ...more: string[]) {
  const done = await callCommand(importPaper, { argv: [from, given, '--into', into, ...more] })
  return { ...done, files: existsSync(into) ? readFiles(into) : {} }
}

/** A picture is told by its size. */
const textOf = (bytes: Buffer) =>
  bytes.includes(0) ? `${bytes.length} bytes` : bytes.toString('utf8')
