import { readFileSync, writeFileSync } from 'node:fs'
import http from 'node:http'
import os from 'node:os'
import path from 'node:path'
import { type BrowserFigures, visit } from './browser-figures'
import { type Load, measureLoad } from './load'
import {
  isInstalled,
  type Program,
  residentMb,
  root,
  startBareNode,
  startBroadsheet,
  startNextStart,
  startNginx,
  temporaryFolder,
} from './programs'

/** `npm run bench [-- /articles/slug]`: this server beside its peers in one run, and the figures into the README. */
const ARTICLE = process.argv[2] ?? '/articles/why-did-japan-skip-the-nato-summit'
const MANY_PAGES = 10_000
const UNCACHED = 200
const AT_ONCE = 10

const rows: string[][] = []
const say = (line: string) => process.stdout.write(`${line}\n`)

async function main(): Promise<void> {
  const folder = temporaryFolder()
  const ours = await startBroadsheet(path.join(folder, 'ours'))
  const page = await fetchRaw(ours.url + ARTICLE, 'br')
  const bare = await fetchRaw(ours.url + ARTICLE, 'identity')
  say('Requests per second, cached page, one core…')
  const own = await measureLoad(ours, ARTICLE)
  const file = path.join(folder, 'page.br')
  writeFileSync(file, page.body)
  const peers = await measurePeers(folder, file, page.headers)
  for (const [name, load] of [['Broadsheet', own] as const, ...peers]) {
    rows.push([`Requests/s, cached page, one core: ${name}`, show(load), ratio(own, load)])
  }
  const uncached = await measureUncached(ours)
  rows.push(['Article rendered anew, p50 / p95', `${uncached.p50} / ${uncached.p95} ms`, ''])
  await measureBrowser(ours, folder, bare.body)
  say(`Memory with ${MANY_PAGES} cached pages…`)
  await fillCache(ours)
  rows.push([`Memory with ${MANY_PAGES} cached pages`, `${residentMb(ours.pid) ?? '?'} MB`, ''])
  await ours.stop()
  publish()
}

async function measurePeers(folder: string, file: string, headers: string[]) {
  const starts: [string, () => Promise<Program>, string][] = [
    ['bare node:http, same bytes', () => startBareNode(folder, file, headers), '/'],
    ['next start, same build', () => startNextStart(path.join(folder, 'ours'), ARTICLE), ARTICLE],
  ]
  if (isInstalled('nginx')) {
    starts.push(['nginx, same bytes', () => startNginx(folder, file, headers), '/'])
  }
  const loads: (readonly [string, Load])[] = []
  for (const [name, start, target] of starts) {
    const program = await start()
    loads.push([name, await measureLoad(program, target)])
    await program.stop()
  }
  return loads
}

/** Each value of `replytocom` is a page of its own to the cache, and the same work to render. */
const distinct = (i: number) => `${ARTICLE}?replytocom=bench-${i}`

async function measureUncached(program: Program): Promise<{ p50: number; p95: number }> {
  const times: number[] = []
  for (let i = 0; i < UNCACHED; i++) {
    const started = performance.now()
    await fetchRaw(program.url + distinct(-i - 1), 'br')
    times.push(performance.now() - started)
  }
  times.sort((a, b) => a - b)
  const at = (share: number) => Number((times[Math.floor(times.length * share)] ?? 0).toFixed(1))
  return { p50: at(0.5), p95: at(0.95) }
}

async function fillCache(program: Program): Promise<void> {
  for (let i = 0; i < MANY_PAGES; i += AT_ONCE) {
    const batch = Array.from({ length: AT_ONCE }, (_, more) => distinct(i + more))
    await Promise.all(batch.map((target) => fetchRaw(program.url + target, 'br')))
  }
}

async function measureBrowser(ours: Program, folder: string, document: Buffer): Promise<void> {
  say('A slow phone on a slow line…')
  const file = path.join(folder, 'page.html')
  writeFileSync(file, document)
  const alone = await startBareNode(folder, file, ['Content-Type', 'text/html; charset=utf-8'])
  const served = await visit(ours.url + ARTICLE)
  const bare = await visit(`${alone.url}/`)
  await alone.stop()
  const kinds = Object.entries(served.bytes).map(([kind, bytes]) => `${kind} ${bytes}`)
  rows.push([
    'Bytes on the wire by kind, with headers',
    kinds.join(', '),
    `${served.requests} requests`,
  ])
  const vitals = (f: BrowserFigures) =>
    `LCP ${f.lcpMs} ms, CLS ${f.cls}, blocking ${f.blockingMs} ms`
  rows.push(['Slow 4G, 4× slower processor', vitals(served), ''])
  rows.push(['The same document alone, uncompressed', vitals(bare), ''])
}

type Raw = { headers: string[]; body: Buffer }

/** The bytes as they come, still coded. */
function fetchRaw(address: string, coding: string): Promise<Raw> {
  return new Promise((resolve, reject) => {
    http
      .get(address, { headers: { 'accept-encoding': coding } }, async (reply) => {
        const parts: Buffer[] = []
        for await (const part of reply) parts.push(Buffer.from(part))
        if (reply.statusCode !== 200) reject(new Error(`${reply.statusCode} from ${address}`))
        const keep = (_: string, i: number) => !HOP.has(reply.rawHeaders[i - (i % 2)] ?? '')
        resolve({ headers: reply.rawHeaders.filter(keep), body: Buffer.concat(parts) })
      })
      .on('error', reject)
  })
}

/** Each server adds its own. */
const HOP = new Set(['Date', 'Connection', 'Keep-Alive'])

const show = ({ perSecond, perCpuSecond }: Load) =>
  perCpuSecond === undefined ? String(perSecond) : `${perSecond} (${perCpuSecond} per CPU second)`

const ratio = (own: Load, other: Load) =>
  own === other
    ? ''
    : `ours is ${((own.perCpuSecond ?? own.perSecond) / (other.perCpuSecond ?? other.perSecond)).toFixed(2)}×`

function publish(): void {
  const machine = `${os.cpus().length} × ${os.cpus()[0]?.model ?? 'unknown'}, Node ${process.version}`
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`
  const table = [line(['what', 'measured', 'ratio']), '|---|---|---|', ...rows.map(line)].join('\n')
  const text = `Measured by \`npm run bench\` on ${machine}; ratios are of requests per CPU second where that is known.\n\n${table}`
  say(`\n${text}`)
  const readme = path.join(root, 'README.md')
  const before = readFileSync(readme, 'utf8')
  const marks = /(<!-- bench:start -->)[\s\S]*?(<!-- bench:end -->)/
  writeFileSync(
    readme,
    before.replace(marks, (_all, start, end) => `${start}\n${text}\n${end}`),
  )
}

await main()
