import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import * as z from 'zod'
import { ensureBuild } from '@/lib/server/build/build'
import { bundleServer } from '@/lib/server/bundle.mjs'
import { freePort } from '../support/free-port'

export type Program = { url: string; pid: number; stop(): Promise<void> }

export const root = path.resolve(import.meta.dirname, '../..')
const BARE_NEXT = path.join(root, 'tests/support/bare-next.ts')
const SERVER_CORE = '0'
export const LOAD_CORE = '1'

export function isInstalled(program: string): boolean {
  try {
    execFileSync('sh', ['-c', `command -v ${program}`], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** The command, bound to one core if the system can do that. */
export const onCore = (core: string, command: string[]): string[] =>
  isInstalled('taskset') && os.cpus().length > 1 ? ['taskset', '-c', core, ...command] : command

const START = 'lib/server/start.mjs'

/** The command of `npm start` itself, whose shell becomes the server; or another program with the same settings. */
export function startCommand(program = START, args: readonly string[] = []): string[] {
  const text = readFileSync(path.join(root, 'package.json'), 'utf8')
  const { scripts } = z.object({ scripts: z.object({ start: z.string() }) }).parse(JSON.parse(text))
  return ['sh', '-c', scripts.start.replaceAll(START, '"$0" "$@"'), program, ...args]
}

/** Set `oneCore` to compare processor time; otherwise a program has the whole machine, as in use. */
type Where = { contentDir?: string; folder?: string; oneCore?: boolean }

export function startBroadsheet(dataDir: string, where: Where = {}): Promise<Program> {
  return run(dataDir, () => startCommand(), '/readyz', where)
}

/** Next's own server, with the same build or with another folder's. */
export async function startNextAlone(
  dataDir: string,
  page: string,
  where: Where,
): Promise<Program> {
  const { folder = root } = where
  const build = await ensureBuild(folder, () => undefined)
  const program = fileURLToPath(await bundleServer(BARE_NEXT))
  const command = [process.execPath, program, folder, build]
  return run(dataDir, (port) => [...command, String(port)], page, where)
}

/** The bytes at an address, with their headers. */
export type Piece = { address: string; file: string; headers: readonly string[] }

/** node:http with finished pieces and nothing else: the most that any server in Node can reach. */
export function startBareNode(folder: string, pieces: readonly Piece[]): Promise<Program> {
  const script = path.join(folder, 'bare.mjs')
  writeFileSync(
    script,
    `import http from 'node:http'; import { readFileSync } from 'node:fs'
const pieces = new Map(${JSON.stringify(pieces)}.map((p) => [p.address, { ...p, body: readFileSync(p.file) }]))
http.createServer((req, res) => {
  const piece = pieces.get(req.url)
  if (piece === undefined) return res.writeHead(404).end()
  res.writeHead(200, piece.headers); res.end(piece.body)
}).listen(process.env.PORT)`,
  )
  return run(folder, () => [process.execPath, script], pieces[0]?.address ?? '/', { oneCore: true })
}

/** nginx with the finished bytes as a file, and the same headers. */
export function startNginx(folder: string, { file, headers }: Piece): Promise<Program> {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
  const pairs = headers.flatMap((name, i) => (i % 2 === 0 ? [[name, headers[i + 1] ?? '']] : []))
  const own = new Set([
    'content-type',
    'content-length',
    'etag',
    'date',
    'connection',
    'keep-alive',
  ])
  const added = pairs
    .filter(([name = '']) => !own.has(name.toLowerCase()))
    .map(([name, value]) => `add_header ${name} ${JSON.stringify(value)};`)
  mkdirSync(path.join(folder, 'logs'), { recursive: true })
  return run(
    folder,
    (port) => {
      const config = path.join(folder, 'nginx.conf')
      writeFileSync(
        config,
        `worker_processes 1; daemon off; master_process off; pid ${folder}/pid; error_log ${folder}/error;
events { worker_connections 1024; }
http { access_log off; keepalive_requests 100000000; sendfile on; tcp_nopush on; open_file_cache max=10;
${temporary.map((name) => `${name}_temp_path ${folder}/${name};`).join(' ')}
server { listen 127.0.0.1:${port}; default_type "text/html; charset=utf-8"; ${added.join(' ')}
location / { root ${path.dirname(file)}; try_files /${path.basename(file)} =404; } } }`,
      )
      return ['nginx', '-p', folder, '-c', config]
    },
    '/',
    { oneCore: true },
  )
}

async function run(
  dataDir: string,
  command: (port: number) => string[],
  probe: string,
  { contentDir, folder = root, oneCore = false }: Where,
): Promise<Program> {
  const port = await freePort()
  const line = command(port)
  const [name = '', ...args] = oneCore ? onCore(SERVER_CORE, line) : line
  const child = spawn(name, args, {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      PORT: String(port),
      DATA_DIR: dataDir,
      ...(contentDir !== undefined && { CONTENT_DIR: contentDir }),
      LOG_LEVEL: 'error',
    },
  })
  const url = `http://127.0.0.1:${port}`
  await answers(url + probe, child)
  return {
    url,
    pid: child.pid ?? 0,
    async stop() {
      child.kill('SIGTERM')
      if (child.exitCode === null) await once(child, 'exit')
    },
  }
}

async function answers(address: string, child: ChildProcess): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`${child.spawnargs.join(' ')} ended`)
    const ok = await fetch(address).then(
      (reply) => reply.ok,
      () => false,
    )
    if (ok) return
    await sleep(100)
  }
}

export const temporaryFolder = () => mkdtempSync(path.join(os.tmpdir(), 'broadsheet-bench-'))

/** Resident memory in MB; undefined on systems other than Linux. */
export function residentMb(pid: number): number | undefined {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024)
  } catch {
    return undefined
  }
}

/** Seconds of processor time that the program has used; undefined without /proc. */
export function cpuSeconds(pid: number): number | undefined {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
    return (Number(fields[11]) + Number(fields[12])) / 100
  } catch {
    return undefined
  }
}
