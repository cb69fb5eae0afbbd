import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { outliveReaders } from '@/lib/site/outlive-readers'

const root = fileURLToPath(new URL('../../..', import.meta.url))

/** Runs a command whose standard output or error nobody reads any more, and returns how it ended. */
async function runUnread(unread: 'stdout' | 'stderr', file: string, ...given: string[]) {
  const child = spawn(process.execPath, ['--import', 'tsx', path.join(root, file), ...given], {
    cwd: root,
    env: { ...process.env, DATA_DIR: mkdtempSync(path.join(tmpdir(), 'broadsheet-unread-')) },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  child[unread].destroy()
  let said = ''
  const other = unread === 'stdout' ? child.stderr : child.stdout
  other.on('data', (part) => {
    said += part
  })
  const [status] = await once(child, 'close')
  return { status, said }
}

test.each([
  ['stdout', 'lib/commands/comments.ts', 'export'],
  ['stderr', 'lib/commands/comments.ts', 'help'],
  ['stdout', 'lib/commands/content-check.ts', '--help'],
] as const)(
  'a command whose %s has lost its reader ends as usual, silently: %s %s',
  async (unread, file, given) => {
    expect(await runUnread(unread, file, given)).toEqual({ status: 0, said: '' })
  },
)

test('any other failure to write, such as a full disk, is still an error', () => {
  outliveReaders()
  const fail = (code: string) =>
    process.stdout.emit('error', Object.assign(new Error(code), { code }))
  expect(() => fail('EPIPE')).not.toThrow()
  expect(() => fail('ENOSPC')).toThrow('ENOSPC')
})
