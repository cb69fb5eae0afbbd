import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { writeLongArchive } from './long-archive'

/** The sites that the journeys visit, each a production server of its own. */
export const sites = {
  /** This repository's own content. */
  paper: { port: 46110, content: 'content' },
  /** Texts that try to break the page. */
  hostile: { port: 46111, content: 'tests/fixtures/hostile' },
  /** An archive in which a search has more than one page. */
  long: { port: 46117, content: writeLongArchive() },
  /** Readers comment here, each from an address of their own. */
  discussed: { port: 46119, content: 'tests/fixtures/discussed' },
} as const

/** Opens the queue of `discussed`. */
export const ADMIN_TOKEN = 'token-of-the-journeys'

export const urlOf = (site: keyof typeof sites) => `http://localhost:${sites[site].port}`

/** How Playwright starts a site; everything it writes goes into a folder of its own. */
export function startSite(name: keyof typeof sites) {
  const { port, content } = sites[name]
  return {
    command: 'npm start',
    cwd: path.resolve(import.meta.dirname, '../..'),
    url: `${urlOf(name)}/readyz`,
    timeout: 180_000,
    gracefulShutdown: { signal: 'SIGTERM' as const, timeout: 10_000 },
    env: {
      PORT: String(port),
      CONTENT_DIR: content,
      DATA_DIR: mkdtempSync(path.join(tmpdir(), `broadsheet-${name}-`)),
      LOG_LEVEL: 'warn',
      ...(name === 'discussed' && { ADMIN_TOKEN, TRUST_PROXY: '1' }),
    },
  }
}
