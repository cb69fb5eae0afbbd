import { chmodSync, existsSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { readCorrections } from '@/lib/history/read-corrections'
import { readLastChanges } from '@/lib/history/store/read-last-changes'
import { readLateTranslations } from '@/lib/history/store/read-late-translations'
import { historyFile } from '@/lib/history/store/store-database'
import { Newsroom, story } from './newsroom'

const rooms: Newsroom[] = []
async function published(): Promise<Newsroom> {
  const room = new Newsroom()
  rooms.push(room)
  room.write('wall.md', story('It rises.'))
  room.commit(2, 'Publish')
  room.write('wall.md', story('It falls.'))
  room.commit(4, 'Change')
  await room.read()
  return room
}
afterEach(() => {
  for (const room of rooms.splice(0)) room.close()
})

describe('the file of the history', () => {
  it('is made again when it is deleted or garbage, and pages say so meanwhile', async () => {
    const room = await published()
    const file = historyFile(room.dataDir)
    expect(await room.told('wall')).toHaveLength(2)
    for (const suffix of ['', '-wal', '-shm']) rmSync(`${file}${suffix}`, { force: true })
    expect(await room.told('wall')).toEqual(['being read'])
    writeFileSync(file, 'garbage '.repeat(2_000))
    expect(await room.told('wall')).toEqual(['failed'])
    await room.read()
    expect(await room.told('wall')).toHaveLength(2)
  })

  it('says that there is no history when git lost what it refers to', async () => {
    const room = await published()
    rmSync(path.join(room.root, '.git/objects'), { recursive: true, force: true })
    expect(await room.told('wall')).toEqual(['failed'])
    expect(await room.updated('wall')).toBe(4)
  })
})

describe('a repository that isn’t trusted', () => {
  it('runs nothing that its configuration names', async () => {
    const room = await published()
    const mark = path.join(room.root, 'was-run')
    const script = path.join(room.root, 'script')
    writeFileSync(script, `#!/bin/sh\ntouch '${mark}'\n`)
    chmodSync(script, 0o755)
    for (const name of [
      'core.fsmonitor',
      'core.pager',
      'diff.external',
      'gpg.program',
      'diff.md.textconv',
    ]) {
      room.git('config', name, script)
    }
    room.git('config', 'log.showSignature', 'true')
    writeFileSync(path.join(room.root, '.gitattributes'), '*.md diff=md\n')
    room.git('-c', 'core.fsmonitor=false', 'config', 'core.hooksPath', room.root)
    for (const hook of ['post-checkout', 'post-index-change', 'reference-transaction']) {
      writeFileSync(path.join(room.root, hook), `#!/bin/sh\ntouch '${mark}'\n`, { mode: 0o755 })
    }
    room.write('wall.md', story('It stays.'))
    room.git('-c', 'core.fsmonitor=false', '-c', 'core.hooksPath=/dev/null', 'add', '-A')
    room.git(
      ...['-c', 'core.fsmonitor=false', '-c', 'core.hooksPath=/dev/null'],
      'commit',
      '-q',
      '-m',
      'More',
    )
    rmSync(mark, { force: true })
    await room.read()
    expect(await room.told('wall')).toHaveLength(3)
    expect(existsSync(mark)).toBe(false)
  })

  it.runIf(process.getuid?.() === 0)('is read although another user owns it', async () => {
    const room = await published()
    const { execFileSync } = await import('node:child_process')
    execFileSync('chown', ['-R', '12345', room.root])
    room.write('wall.md', story('It stays.'))
    await room.read()
    expect(await room.told('wall')).toHaveLength(2)
  })
})

describe('corrections and updates of the site', () => {
  const kinds = (room: Newsroom, page = 1) =>
    readCorrections(page, room.now, room.source)?.notices.map(
      (notice) => `${notice.kind} ${notice.slug} ${notice.date.at.getUTCDate()}`,
    )

  it('are in one list, newest first', async () => {
    const room = await published()
    const more = 'corrections: [{ date: 2025-06-03, text: It was Ann. }]'
    room.write('port.md', story('The port.', { more }))
    room.commit(6)
    await room.read()
    expect(kinds(room)).toEqual(['update wall 4', 'correction port 3'])
    expect(kinds(room, 2)).toBeUndefined()
  })

  it('don’t mention articles that readers don’t see, or withheld changes', async () => {
    const room = await published()
    room.write('port.md', story('The port.'))
    room.commit(5)
    room.write('port.md', story('The port leaks.'))
    const leak = room.commit(6)
    room.write('port.md', story('The port.'))
    room.commit(7)
    await room.read()
    expect(kinds(room)).toEqual(['update port 7', 'update port 6', 'update wall 4'])
    room.writeSite(`history:\n  withhold: ['${leak}']`)
    await room.read()
    expect(kinds(room)).toEqual(['update wall 4'])
    room.write('wall.md', story('It falls.', { more: 'draft: true' }))
    await room.read()
    expect(kinds(room)).toEqual([])
  })

  it('are divided into pages', async () => {
    const room = await published()
    const dates = Array.from(
      { length: 30 },
      (_, i) => `{ date: 2025-05-${String(i + 1).padStart(2, '0')}, text: Number ${i}. }`,
    )
    room.write('port.md', story('The port.', { more: `corrections: [${dates.join(', ')}]` }))
    room.commit(6)
    await room.read()
    expect(kinds(room)).toHaveLength(25)
    expect(kinds(room, 2)).toHaveLength(6)
    expect(kinds(room, 2)?.at(-1)).toBe('correction port 1')
  })
})

describe('the last changes of many articles', () => {
  const days = (room: Newsroom) =>
    [
      ...readLastChanges(['articles/wall.md', 'articles/port.md', 'x.md'], room.now, room.source),
    ].map(([file, at]) => `${file} ${at.getUTCDate()}`)

  it('are changes of words, without withheld ones, and none when there is no history', async () => {
    const room = await published()
    room.write('port.md', story('The port.'))
    room.commit(5)
    room.write('port.md', story('The port.', { more: 'tags: [Sea]' }))
    room.commit(6)
    await room.read()
    expect(days(room)).toEqual(['articles/wall.md 4'])
    room.write('port.md', story('The port leaks.', { more: 'tags: [Sea]' }))
    const leak = room.commit(7)
    await room.read()
    expect(days(room)).toEqual(['articles/wall.md 4', 'articles/port.md 7'])
    room.writeSite(`history:\n  withhold: ['${leak}']`)
    await room.read()
    expect(days(room)).toEqual(['articles/wall.md 4'])
    rmSync(historyFile(room.dataDir))
    expect(days(room)).toEqual([])
  })
})

it('names translations whose original has other words since, until they follow', async () => {
  const room = await published()
  const translated = (text: string) =>
    room.write('mauer.md', story(text, { title: 'Mauer', more: 'lang: de\ntranslationOf: wall' }))
  const late = () =>
    readLateTranslations(room.now, room.source).map(
      ({ path, original, since }) => `${path} ${original} ${since.getUTCDate()}`,
    )
  translated('Sie bricht.')
  room.commit(8)
  await room.read()
  expect(late()).toEqual([])
  room.write('wall.md', story('It stands.'))
  room.commit(9)
  await room.read()
  expect(late()).toEqual(['articles/mauer.md articles/wall.md 9'])
  translated('Sie steht.')
  room.commit(10)
  await room.read()
  expect(late()).toEqual([])
})
