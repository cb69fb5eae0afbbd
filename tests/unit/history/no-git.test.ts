import { expect, onTestFinished, test } from 'vitest'
import { startHistory } from '@/lib/history/worker-start'
import { Newsroom, story } from './newsroom'

/** What is logged until the history is known. */
async function loggedBy({ contentDir, dataDir }: Newsroom): Promise<string[]> {
  const logged: string[] = []
  const note = (level: string) => (fields: object, message: string) =>
    logged.push(`${level} ${message} ${JSON.stringify(fields)}`)
  const log = { info: note('info'), warn: note('warn'), error: note('error') }
  const history = startHistory({ contentDir, dataDir, log })
  await history.refresh()
  await history.stop()
  return logged
}

test('when git can’t be started, each start of the server logs it', async () => {
  const room = new Newsroom()
  onTestFinished(() => room.close())
  room.write('wall.md', story('It rises.'))
  room.commit(2, 'Publish')
  await room.read()
  const { PATH } = process.env
  onTestFinished(() => {
    process.env.PATH = PATH
  })
  process.env.PATH = '/nowhere'
  for (const _ of ['a first start', 'another']) {
    expect(await loggedBy(room)).toContainEqual(
      expect.stringMatching(/^warn .*can’t be read .*git can’t be started in .*: spawn git ENOENT/),
    )
  }
  expect(await room.told('wall')).toEqual(['no git'])
})
