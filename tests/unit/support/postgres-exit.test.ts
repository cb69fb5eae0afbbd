import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'

test('A process that may start PostgreSQL keeps its exit code: failed tests fail the run', async () => {
  const postgres = pathToFileURL(path.resolve(import.meta.dirname, '../postgres.ts')).href
  const program = `await import(${JSON.stringify(postgres)}); process.exitCode = 3`
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', '--input-type=module', '--eval', program],
    { stdio: 'inherit' },
  )
  expect(await once(child, 'exit')).toEqual([3, null])
})
