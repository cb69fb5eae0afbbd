import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { END_WITH_PARENT } from '../support/end-with-parent'
import { freePort } from '../support/free-port'
import { writeLongArchive } from './long-archive'

/** The content of the sites that the journeys visit, each on its own production server. */
const CONTENT = {
  /** This repository's own content. */
  paper: () => 'content',
  /** Texts that try to break the page. */
  hostile: () => 'tests/fixtures/hostile',
  /** An archive in which a search has more than one page. */
  long: writeLongArchive,
  /** Readers comment here, each from a different address. */
  discussed: () => 'tests/fixtures/discussed',
}

type Site = keyof typeof CONTENT
export const SITES: readonly Site[] = ['paper', 'hostile', 'long', 'discussed']

/** Opens the moderation queue of `discussed`. */
export const ADMIN_TOKEN = 'token-of-the-journeys'

/** Free ports; the process that starts the sites passes them to the processes of the journeys. */
for (const site of SITES) process.env[`PORT_OF_${site}`] ??= String(await freePort())

export const portOf = (site: Site) => Number(process.env[`PORT_OF_${site}`])
export const urlOf = (site: Site) => `http://localhost:${portOf(site)}`

/** How Playwright starts a site; all its state goes into a folder of its own. */
export function startSite(site: Site) {
  return {
    command: 'npm start',
    cwd: path.resolve(import.meta.dirname, '../..'),
    url: `${urlOf(site)}/readyz`,
    timeout: 180_000,
    gracefulShutdown: { signal: 'SIGTERM' as const, timeout: 10_000 },
    env: {
      NODE_OPTIONS: `--import=${END_WITH_PARENT}`,
      PORT: String(portOf(site)),
      CONTENT_DIR: CONTENT[site](),
      DATA_DIR: mkdtempSync(path.join(tmpdir(), `broadsheet-${site}-`)),
      LOG_LEVEL: 'warn',
      ...(site === 'discussed' && { ADMIN_TOKEN, TRUST_PROXY: '1' }),
    },
  }
}
