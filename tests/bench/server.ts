import { rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import zlib from 'node:zlib'
import type { BenchRow } from './archive'
import { visitInTurns } from './browser-figures'
import { fetchRaw } from './fetch-raw'
import { compareLoads } from './load'
import {
  isInstalled,
  type Piece,
  type Program,
  residentMb,
  startBareNode,
  startBroadsheet,
  startNextAlone,
  startNginx,
  temporaryFolder,
} from './programs'
import { benchManyPages } from './server-pages'

const ARTICLE = '/articles/why-did-japan-skip-the-nato-summit'
const MANY_PAGES = 1_000
/** Long enough for the best brotli of a page. */
const IMPROVED_MS = 3_000

const row = (what: string, measured: string, goal = ''): BenchRow => ({ what, measured, goal })

/**
 * This server compared to its peers: the cached page, its bytes, a slow phone; then pages rendered again, and the memory of
 * cached ones.
 */
export async function benchServer(pages = MANY_PAGES): Promise<BenchRow[]> {
  const folder = temporaryFolder()
  const ours = await startBroadsheet(path.join(folder, 'ours'), { oneCore: true })
  try {
    await fetchRaw(ours.url + ARTICLE, 'br')
    await sleep(IMPROVED_MS)
    const pieces = await readPieces(ours, folder)
    return [
      ...weigh(pieces, await fetchRaw(ours.url + ARTICLE, 'identity')),
      ...(await compareBrowsing(ours, folder, pieces)),
      ...(await compareServers(ours, folder, pieces)),
      row('resident memory with the first pages', `${residentMb(ours.pid) ?? '?'} MB`),
      ...(await benchManyPages(path.join(folder, 'many'), pages)),
    ]
  } finally {
    await ours.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The document and our module, in brotli, as they were received. */
async function readPieces(ours: Program, folder: string): Promise<Piece[]> {
  const document = await fetchRaw(ours.url + ARTICLE, 'identity')
  const module = /<script type="module" src="([^"]+)"/.exec(document.body.toString())?.[1]
  const pieces: Piece[] = []
  for (const address of [ARTICLE, ...(module === undefined ? [] : [module])]) {
    const { headers, body } = await fetchRaw(ours.url + address, 'br')
    const file = path.join(folder, `piece-${pieces.length}.br`)
    writeFileSync(file, body)
    pieces.push({ address, file, headers })
  }
  return pieces
}

const lengthOf = (piece: Piece | undefined) =>
  Number(piece?.headers[piece.headers.indexOf('Content-Length') + 1] ?? 0)

function weigh([document, module]: Piece[], plain: { body: Buffer }): BenchRow[] {
  const styles = [...plain.body.toString().matchAll(/<style>([\s\S]*?)<\/style>/g)]
  const css = zlib.brotliCompressSync(styles.map(([, text]) => text).join('\n')).length
  return [
    row('NATO article, whole, brotli', `${lengthOf(document)} bytes`, '≤ 10 KB'),
    row('its styles alone, brotli', `${css} bytes`, '≤ 4 KB'),
    row('our module, brotli', `${lengthOf(module)} bytes`, '≤ 4 KB'),
  ]
}

async function compareBrowsing(
  ours: Program,
  folder: string,
  pieces: Piece[],
): Promise<BenchRow[]> {
  const bare = await startBareNode(folder, pieces)
  const [own, other] = await visitInTurns([ours.url + ARTICLE, bare.url + ARTICLE])
  await bare.stop()
  if (own === undefined || other === undefined) throw new Error('There is nothing to compare')
  const kinds = Object.entries(own.bytes).map(([kind, bytes]) => `${kind} ${bytes}`)
  const vitals = `LCP ${own.lcpMs} ms, CLS ${own.cls}, blocking ${own.blockingMs} ms`
  const ratio = (own.lcpMs / other.lcpMs).toFixed(2)
  return [
    row('bytes by kind, with headers', kinds.join(', '), 'Script: our module only'),
    row('slow 4G, 4× slower processor', vitals),
    row('LCP relative to the same bytes from bare node:http', ratio, '≤ 1.05'),
  ]
}

async function compareServers(
  ours: Program,
  folder: string,
  [document]: Piece[],
): Promise<BenchRow[]> {
  if (document === undefined) return []
  const rivals = [
    { name: 'Broadsheet', program: ours, address: ARTICLE },
    { name: 'bare node:http', program: await startBareNode(folder, [document]), address: ARTICLE },
    {
      name: 'next start, same build',
      program: await startNextAlone(path.join(folder, 'ours'), ARTICLE, { oneCore: true }),
      address: ARTICLE,
    },
  ]
  if (isInstalled('nginx')) {
    const program = await startNginx(folder, document)
    rivals.push({ name: 'nginx, same bytes', program, address: '/' })
  }
  const compared = await compareLoads(rivals)
  for (const { program } of rivals.slice(1)) await program.stop()
  return compared.map(({ name, perSecond, perCpuSecond, ratio }) =>
    row(
      `cached page, one core: ${name}`,
      `${perSecond} requests/s, ${perCpuSecond} per CPU second${name === 'Broadsheet' ? '' : `; ours is ${ratio.toFixed(2)}×`}`,
      GOALS[name],
    ),
  )
}

const GOALS: Record<string, string> = {
  'nginx, same bytes': '≥ 0.8×',
  'next start, same build': '≥ 25×',
}
