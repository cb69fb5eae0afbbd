import { existsSync, statSync } from 'node:fs'
import path from 'node:path'
import { listFiles, type ServedFile, typeOf } from './files'
import { IMMUTABLE, REVALIDATED } from './headers'

/** Next's documents expect the files of its build here. */
export const BUILT_PATH = '/_next/static/'

type Options = { publicDir: string; builtDir: string; dev: boolean }

/** Every file with an address: public/ at the root, the build's own under /_next/static. (See images.ts for /media.) */
export async function findServedFiles({ publicDir, builtDir, dev }: Options) {
  const files = new Map([
    ...(await listFiles(publicDir, '/', REVALIDATED)),
    ...(dev ? [] : await listFiles(builtDir, BUILT_PATH, IMMUTABLE)),
  ])
  return (pathname: string): ServedFile | undefined => {
    return files.get(pathname) ?? (dev ? newPublicFile(publicDir, pathname) : undefined)
  }
}

/** In development a file may have been added since the start. The address has no traversal left in it. */
function newPublicFile(publicDir: string, pathname: string): ServedFile | undefined {
  const file = path.join(publicDir, pathname)
  const isFile = existsSync(file) && statSync(file).isFile()
  return isFile ? { path: file, type: typeOf(file), headers: REVALIDATED } : undefined
}
