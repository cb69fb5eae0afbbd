import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { generateArticle } from './archive-content'
import { type Program, startNextAlone } from './programs'

const SITE = fileURLToPath(new URL('../fixtures/server/site', import.meta.url))
const PAGE = '/articles/bare'

/**
 * A page of Next alone with a text as long as an article's, rendered at each request: our own pages are compared to it on
 * any machine. The 40 ms for an article were set where it took 3, perhaps measured without HTTP, which takes a third.
 */
export async function startBareNext(folder: string): Promise<Program & { page: string }> {
  const contentDir = path.join(folder, 'bare')
  mkdirSync(contentDir)
  writeFileSync(
    path.join(contentDir, 'bare.json'),
    JSON.stringify({ kind: 'live', text: generateArticle(0).text }),
  )
  const program = await startNextAlone(folder, PAGE, { contentDir, folder: SITE })
  return { ...program, page: program.url + PAGE }
}
