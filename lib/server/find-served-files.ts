import { existsSync, statSync } from 'node:fs'
import path from 'node:path'
import { listFiles, type ServedFile, typeOf } from './files'
import { IMMUTABLE, REVALIDATED } from './headers'

/** Looks up an image of an article by what its Markdown calls it. */
export type MediaFinder = (src: string) => { path: string; type: string } | undefined

type Options = { publicDir: string; builtDir: string; findMedia: MediaFinder; dev: boolean }

const MEDIA = '/media/'

/** Every file with an address: public/ at the root, the build's own under /_next/static, content's under /media. */
export async function findServedFiles({ publicDir, builtDir, findMedia, dev }: Options) {
  const files = new Map([
    ...(await listFiles(publicDir, '/', REVALIDATED)),
    ...(dev ? [] : await listFiles(builtDir, '/_next/static/', IMMUTABLE)),
  ])
  return (pathname: string): ServedFile | undefined => {
    if (pathname.startsWith(MEDIA)) {
      const media = findMedia(pathname.slice(MEDIA.length))
      return media && { path: media.path, type: media.type, headers: REVALIDATED }
    }
    return files.get(pathname) ?? (dev ? newPublicFile(publicDir, pathname) : undefined)
  }
}

/** In development a file may have been added since the start. The address is already free of traversal. */
function newPublicFile(publicDir: string, pathname: string): ServedFile | undefined {
  const file = path.join(publicDir, pathname)
  const isFile = existsSync(file) && statSync(file).isFile()
  return isFile ? { path: file, type: typeOf(file), headers: REVALIDATED } : undefined
}
