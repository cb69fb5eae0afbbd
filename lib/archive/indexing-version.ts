import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import * as z from 'zod'
import { libFile } from '@/lib/threads/find-code'

/** Its imports lead to all code that decides what an archive holds: the tables, the parser, the checks. */
const ENTRY = 'archive/follow/archive-writer.ts'

/** Imports of code; type imports vanish at compile time. */
const IMPORTS =
  /(?:^(?:import|export)\s(?!type\s)[^'"]*?from\s+|^import\s+|\bimport\()['"]([^'"]+)['"]/gm

/** SQLite's `user_version` is a signed 32-bit integer. */
const HEX_DIGITS = 7

type Sources = Pick<typeof nodeSources, 'read' | 'exists'>

const nodeSources = {
  read: (file: string) => readFileSync(file, 'utf8'),
  exists: (file: string) => existsSync(file),
}

let current: number | undefined

/**
 * A hash of the code that indexes, so that an archive written by other code is rebuilt and nobody has to remember a version
 * number. Both development and production have the sources beside the running code.
 */
export function indexingVersion(): number {
  current ??= versionOf(libFile())
  return current
}

export function versionOf(lib: string, sources: Sources = nodeSources): number {
  const hash = createHash('sha256')
  const { files, packages } = indexingSources(lib, sources)
  for (const file of [...files].sort()) {
    hash.update(`${path.relative(lib, file)}\0${sources.read(file)}\0`)
  }
  for (const name of [...packages].sort()) hash.update(`${name}@${packageVersion(lib, name)}\0`)
  return Number.parseInt(hash.digest('hex').slice(0, HEX_DIGITS), 16)
}

/** The files of `lib`, and the packages, that the indexing code consists of. */
export function indexingSources(lib: string, sources: Sources = nodeSources) {
  const files = new Set<string>()
  const packages = new Set<string>()
  const visit = (file: string): void => {
    if (files.has(file)) return
    files.add(file)
    for (const [, specifier = ''] of sources.read(file).matchAll(IMPORTS)) {
      const own = ownFile(lib, file, specifier, sources)
      if (own !== undefined) visit(own)
      else if (!specifier.startsWith('node:')) packages.add(specifier)
    }
  }
  visit(path.join(lib, ENTRY))
  return { files, packages }
}

function ownFile(
  lib: string,
  from: string,
  specifier: string,
  { exists }: Sources,
): string | undefined {
  if (!/^(?:@\/lib|\.{1,2})\//.test(specifier)) return undefined
  const file = specifier.startsWith('@/lib/')
    ? path.join(lib, specifier.slice('@/lib/'.length))
    : path.join(path.dirname(from), specifier)
  return exists(file) ? file : `${file}.ts`
}

const described = z.object({ version: z.string() })

function packageVersion(lib: string, specifier: string): string {
  const [first = '', second = ''] = specifier.split('/')
  const name = first.startsWith('@') ? `${first}/${second}` : first
  const file = path.join(lib, '../node_modules', name, 'package.json')
  return described.parse(JSON.parse(readFileSync(file, 'utf8'))).version
}
