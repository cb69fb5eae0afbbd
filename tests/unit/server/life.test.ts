import { once } from 'node:events'
import { existsSync } from 'node:fs'
import http from 'node:http'
import path from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { freePort } from '../../support/free-port'
import { launch, type RunningFixture, startFixture, until } from './run-server'

const running: RunningFixture[] = []

afterEach(async () => {
  for (const server of running.splice(0)) {
    server.child.kill('SIGKILL')
    await server.exit
  }
})

async function start(options: Parameters<typeof startFixture>[0] = {}): Promise<RunningFixture> {
  const server = await startFixture(options)
  running.push(server)
  return server
}

/** Starts a server that should fail to start, and returns what a person would see. */
async function startInVain(env: Record<string, string>, dataDir?: string) {
  const server = await launch({ env, ...(dataDir !== undefined && { dataDir }) })
  running.push(server)
  const code = await server.exit
  return { code, ...server.output() }
}

test('It says where it is in one line on standard output, and logs no successful requests', async () => {
  const server = await start()
  const { stdout } = server.output()
  expect(stdout.trim().split('\n').at(-1)).toBe(`Broadsheet is at http://localhost:${server.port}`)
  await (await fetch(`${server.url}/`)).text()
  expect(server.output().stderr).not.toContain('answered')
})

test('During the start it says when it builds and when it is ready, and logs no requests', async () => {
  const server = await launch({})
  running.push(server)
  const statuses = new Set<number>()
  await until(async () => {
    for (const path of ['/readyz', '/']) {
      const status = await fetch(server.url + path).then(
        (reply) => reply.status,
        () => 0,
      )
      statuses.add(status)
    }
    return statuses.has(200) && server.output().stdout.includes('Broadsheet is at')
  })
  expect(statuses).toContain(503)
  const { stdout, stderr } = server.output()
  expect(stdout).toMatch(/^(Building the pages…\n)?Broadsheet is at \S+\n$/)
  expect(stderr).not.toContain('answered')
})

test.each([
  [{ PORT: 'abc' }, 'PORT must be a whole number from 0 to 65535, not "abc".'],
  [{ PORT: '70000' }, 'PORT must be a whole number from 0 to 65535, not "70000".'],
  [{ SITE_URL: 'news.example' }, 'SITE_URL must be the address of the site without a path'],
  [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL must be one of fatal, error, warn'],
  [{ TRUST_PROXY: '-1' }, 'TRUST_PROXY must be the number of proxies'],
  [{ ADMIN_TOKEN: 'short' }, 'ADMIN_TOKEN must have at least 16 characters.'],
])('%o ends it with a message that names the variable', async (env, message) => {
  const { code, stderr } = await startInVain(env)
  expect(code).toBe(1)
  expect(stderr).toContain(message)
  expect(stderr.trim().split('\n')).toHaveLength(1)
  expect(stderr).not.toContain('    at ')
})

test('A port in use ends it with a message, not a stack', async () => {
  const other = http.createServer().listen(0, '0.0.0.0')
  await once(other, 'listening')
  const address = other.address()
  const port = typeof address === 'object' ? String(address?.port) : ''
  const { code, stderr } = await startInVain({ PORT: port })
  other.close()
  expect(code).toBe(1)
  expect(stderr).toBe(
    `PORT: ${port} is in use by another program. Stop that one, or set PORT to another number.\n`,
  )
})

test('A second server on one DATA_DIR refuses to start and names the first; after kill -9 the next one may start', async () => {
  const first = await start()
  const { code, stderr } = await startInVain({}, first.dataDir)
  expect(code).toBe(1)
  expect(stderr).toContain(`DATA_DIR: ${first.dataDir} is in use`)
  expect(stderr).toContain(String(first.child.pid))
  first.child.kill('SIGKILL')
  await first.exit
  const third = await start({ dataDir: first.dataDir })
  expect((await fetch(`${third.url}/`)).status).toBe(200)
})

test('A DATA_DIR that cannot be written is named', async () => {
  const server = await start()
  const file = path.join(server.contentDir, 'nato.json')
  expect(existsSync(file)).toBe(true)
  const { code, stderr } = await startInVain({}, path.join(file, 'data'))
  expect(code).toBe(1)
  expect(stderr).toContain('DATA_DIR')
  expect(stderr).not.toContain('    at ')
})

test('SIGTERM under load fails no request: each is answered in full; a second signal is harmless', async () => {
  const server = await start()
  const agent = new http.Agent({ keepAlive: true, maxSockets: 20 })
  const outcomes = { answered: 0, refusedAfterClose: 0, failed: [] as string[] }
  let stopping = false
  async function keepAsking() {
    for (;;) {
      const outcome = await askOnce(server.port, agent)
      if (outcome === 'answered') outcomes.answered++
      else if (outcome === 'ECONNREFUSED' && stopping) return void outcomes.refusedAfterClose++
      else return void outcomes.failed.push(outcome)
    }
  }
  const readers = Array.from({ length: 20 }, keepAsking)
  await until(() => outcomes.answered > 500)
  stopping = true
  server.child.kill('SIGTERM')
  server.child.kill('SIGINT')
  server.child.kill('SIGTERM')
  await Promise.all(readers)
  expect(outcomes.failed).toEqual([])
  expect(outcomes.refusedAfterClose).toBe(20)
  expect(await server.exit).toBe(0)
})

test('When the reader of its output goes away, it keeps serving, and stops when it is told to', async () => {
  const server = await launch({})
  running.push(server)
  server.child.stdout.destroy()
  server.child.stderr.destroy()
  const ready = () =>
    fetch(`${server.url}/readyz`).then(
      ({ status }) => status === 200,
      () => false,
    )
  await until(ready)
  expect((await fetch(`${server.url}/no-such-page`)).status).toBe(404)
  expect(await server.stop()).toBe(0)
})

test('A request in progress at SIGTERM gets its answer', async () => {
  const server = await start()
  const slow = fetch(`${server.url}/slow`)
  const idle = fetch(`${server.url}/`).then((reply) => reply.text())
  await idle
  server.child.kill('SIGTERM')
  expect(await (await slow).text()).toContain('Slow page')
  expect(await server.exit).toBe(0)
})

test('With SITE_URL only that host and loopback names are answered, and HTTPS is required', async () => {
  const port = await freePort()
  const server = await start({ env: { PORT: String(port), SITE_URL: 'https://news.example/' } })
  const statusFor = (host: string) => ask(port, { host })
  expect((await statusFor('news.example')).status).toBe(200)
  expect((await statusFor('localhost')).status).toBe(200)
  expect((await statusFor('192.168.1.4')).status).toBe(400)
  expect((await statusFor('news.example')).hsts).toMatch(/max-age=\d{8}/)
  expect(await server.stop()).toBe(0)
})

function ask(port: number, headers: http.OutgoingHttpHeaders) {
  return new Promise<{ status: number | undefined; hsts: string | undefined }>(
    (resolve, reject) => {
      http
        .get({ host: '127.0.0.1', port, headers }, (reply) => {
          reply.resume()
          resolve({ status: reply.statusCode, hsts: reply.headers['strict-transport-security'] })
        })
        .on('error', reject)
    },
  )
}

/** `answered`, or the error's code. */
function askOnce(port: number, agent: http.Agent): Promise<string> {
  return new Promise((resolve) => {
    const request = http.get({ host: '127.0.0.1', port, path: '/articles/nato', agent })
    request.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message))
    request.on('response', async (reply) => {
      try {
        let bytes = 0
        for await (const part of reply) bytes += part.length
        resolve(bytes === Number(reply.headers['content-length']) ? 'answered' : 'cut short')
      } catch (error) {
        resolve(String(error))
      }
    })
  })
}
