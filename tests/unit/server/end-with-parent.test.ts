import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, test } from 'vitest'
import { END_WITH_PARENT } from '../../support/end-with-parent'

/** Starts a program as tests start servers, passes on its own standard output, and waits. */
const TEST = `
  const { spawn } = await import('node:child_process')
  const server = ['--import', '${END_WITH_PARENT}', '--eval', 'setInterval(() => {}, 1000); console.log("Here")']
  spawn(process.execPath, server, { stdio: ['pipe', 'inherit', 'ignore'] })
`

test('a server started by a test ends when the test is killed', async () => {
  const interrupted = spawn(process.execPath, ['--input-type=module', '--eval', TEST], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [said] = await once(interrupted.stdout, 'data')
  expect(String(said)).toBe('Here\n')
  // It closes once the last process that writes to it has ended.
  const closed = once(interrupted.stdout, 'close')
  interrupted.kill('SIGKILL')
  await closed
})
