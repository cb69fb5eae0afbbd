import { rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { startProgram } from '../../support/start-program'
import { contents } from './archive-contents'
import { ContentFolder } from './content-folder'

const COUNT = 900
const CHILD = fileURLToPath(new URL('./update-child.ts', import.meta.url))

/** Starts an update in another process and kills it without warning, this long after its n-th transaction. */
async function killUpdate(folder: ContentFolder, transactions: number, delay: number) {
  const child = await startProgram(CHILD, [folder.contentDir, folder.dataDir])
  const ended = new Promise((resolve) => child.once('exit', resolve))
  let lines = 0
  for await (const _ of child.stdout) {
    if (++lines === transactions) setTimeout(() => child.kill('SIGKILL'), delay)
  }
  await ended
  return child.signalCode
}

function write(folder: ContentFolder, version: string) {
  for (let n = 0; n < COUNT; n++) {
    folder.article(`n${n}`, [`tags: [T${n % 5}, ${version}]`], `${version} ${'Words '.repeat(100)}`)
  }
}

test('an index killed at any point ends up as if it had not been', async () => {
  const folder = new ContentFolder()
  write(folder, 'first')
  const signals = [
    await killUpdate(folder, 1, 0),
    await killUpdate(folder, 2, 7),
    await killUpdate(folder, 1, 23),
  ]
  expect(signals).toContain('SIGKILL')
  await folder.update()
  folder.restart()
  write(folder, 'second')
  for (const [transactions, delay] of [
    [1, 0],
    [2, 11],
    [1, 31],
  ] as const) {
    signals.push(await killUpdate(folder, transactions, delay))
  }
  expect(signals.slice(3)).toContain('SIGKILL')
  await folder.update()
  const survived = contents(folder)
  const check: unknown = folder.archive.rows.database.prepare('PRAGMA integrity_check').get()
  expect(check).toEqual({ integrity_check: 'ok' })
  folder.close()
  folder.restart()
  rmSync(folder.dataDir, { recursive: true })
  await folder.update()
  expect(contents(folder)).toEqual(survived)
})
