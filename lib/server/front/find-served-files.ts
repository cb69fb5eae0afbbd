import { existsSync, statSync } from 'node:fs'
import path from 'node:path'
import { listFiles, type ServedFile, typeOf } from './files'
import { IMMUTABLE, REVALIDATED } from './headers'

/** Where Next's documents look for the files of its build. */
export const BUILT_PATH = '/_next/static/'

type Options = { publicDir: string; builtDir: string; dev: boolean }

/** Every file with an address: public/ at the root, the build's own under /_next/static. (For /media see images.ts.) */
export async function findServedFiles({ publicDir, builtDir, dev }: Options) {
  const files = new Map([
    ...(await listFiles(publicDir, '/', REVALIDATED)),
    ...(dev ? [] : await listFiles(builtDir, BUILT_PATH, IMMUTABLE)),
  ])
  return (pathname: string): ServedFile | undefined => {
    return files.get(pathname) ?? (dev ? newPublicFile(publicDir, pathname) : undefined)
  }
}

/** In development a file may have been added since the start. The address is already free of traversal. */
function newPublicFile(publicDir: string, pathname: string): ServedFile | undefined {
  const file = path.join(publicDir, pathname)
  const isFile = existsSync(file) && statSync(file).isFile()
  return isFile ? { path: file, type: typeOf(file), headers: REVALIDATED } : undefined
}
