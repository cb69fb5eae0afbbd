import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { readCorrections } from '@/lib/history/read-corrections'
import { Newsroom, story } from './newsroom'

const rooms: Newsroom[] = []
function newsroom(options?: ConstructorParameters<typeof Newsroom>[0]): Newsroom {
  const room = new Newsroom(options)
  rooms.push(room)
  return room
}
afterEach(() => {
  for (const room of rooms.splice(0)) room.close()
})

const LONG =
  'The harbour wall will be rebuilt before spring, the city said on Monday, after a winter of storms that broke it in four places and flooded the old town twice.'

describe('the history of an article', () => {
  it('shows each published version with its time, subject and words', async () => {
    const room = newsroom()
    room.write('wall.md', story('It rises on Monday.'))
    room.commit(2, 'Publish')
    room.write('wall.md', story('It rises on Tuesday.'))
    room.commit(4, 'Correct the day')
    await room.read()
    expect(await room.told('wall')).toEqual([
      '2 June: Publish | first',
      '4 June: Correct the day | It rises on [-Monday.-] {+Tuesday.+}',
    ])
    expect(await room.updated('wall')).toBe(4)
  })

  it('shows nothing of drafts, and no update for changes before publication', async () => {
    const room = newsroom()
    room.write('wall.md', story('Secret plan one.', { more: 'draft: true' }))
    room.commit(2, 'Draft')
    room.write('wall.md', story('Public plan.'))
    room.commit(4, 'Publish')
    await room.read()
    expect(await room.told('wall')).toEqual(['4 June: Publish | first'])
    expect(await room.updated('wall')).toBeUndefined()
    expect(JSON.stringify(await room.history('wall'))).not.toContain('Secret')
  })

  it('starts at the date of a file that was added long before', async () => {
    const room = newsroom()
    room.write('wall.md', story('Early words.', { date: '2025-06-20' }))
    room.commit(2, 'Add')
    room.write('wall.md', story('Final words.', { date: '2025-06-20' }))
    room.commit(5, 'Polish')
    room.write('wall.md', story('Final words, corrected.', { date: '2025-06-20' }))
    room.commit(22, 'Correct')
    await room.read()
    expect(await room.told('wall')).toEqual([
      '20 June: Polish | first',
      '22 June: Correct | Final [-words.-] {+words, corrected.+}',
    ])
  })

  it('ignores what only changes typography', async () => {
    const room = newsroom()
    room.write('wall.md', story('He said "no" - twice. A [link](https://a.example) here.'))
    room.commit(2)
    room.write('wall.md', story('He said “no” — twice.\nA **[link](https://b.example)** here.'))
    room.commit(4, 'Typeset')
    await room.read()
    expect((await room.told('wall')).at(-1)).toBe('4 June: Typeset | no words')
    expect(await room.updated('wall')).toBeUndefined()
  })

  it('leaves out a withheld version, named by the start of its commit’s name, until the entry is removed', async () => {
    const room = newsroom()
    room.write('wall.md', story('It rises.'))
    room.commit(2, 'Publish')
    room.write('wall.md', story('It rises. The victim is Jane Roe.'))
    const leak = room.commit(3, 'Name Jane Roe')
    room.write('wall.md', story('It rises. It is high.'))
    room.commit(4, 'Take the name out')
    room.writeSite(`history:\n  withhold: ['${leak.slice(0, 10)}']`)
    await room.read()
    expect(await room.told('wall')).toEqual([
      '2 June: Publish | first',
      '4 June: Take the name out | It rises. {+It is high.+}',
    ])
    room.writeSite('')
    await room.read()
    expect(await room.told('wall')).toHaveLength(3)
  })
})

describe('renames', () => {
  it('keep the history of a file that moves to another folder, however much it changes', async () => {
    const room = newsroom()
    room.write('wall.md', story('It rises.'))
    room.commit(2, 'Publish')
    room.remove('wall.md')
    room.write('2025/06/wall.md', story('Nothing of this was there before at all, not one word.'))
    room.commit(4, 'Move and rewrite')
    await room.read()
    expect(await room.told('wall')).toHaveLength(2)
  })

  it('keep the history of every file of a moved folder, even of identical ones', async () => {
    const room = newsroom()
    for (const slug of ['a', 'b', 'c']) room.write(`old/${slug}.md`, story('The same words.'))
    room.commit(2, 'Publish')
    room.write('old/b.md', story('Other words.'))
    room.commit(3, 'Change b')
    room.write('old/b.md', story('The same words.'))
    room.commit(4, 'Change b back')
    room.git('mv', 'content/articles/old', 'content/articles/new')
    room.commit(5, 'Move')
    await room.read()
    expect(await room.told('a')).toEqual(['2 June: Publish | first', '5 June: Move | no words'])
    expect(await room.told('b')).toHaveLength(4)
  })

  it('lead from a new name to the old one’s history, with edits in the same commit', async () => {
    const room = newsroom()
    room.write('wall.md', story(LONG))
    room.commit(2, 'Publish')
    room.remove('wall.md')
    room.write('harbour.md', story(LONG.replace('Monday', 'Tuesday')))
    room.commit(4, 'Rename')
    await room.read()
    expect(await room.told('harbour')).toEqual([
      '2 June: Publish | first',
      `4 June: Rename | ${LONG.replace('Monday,', '[-Monday,-] {+Tuesday,+}')}`,
    ])
  })

  it('are followed by an alias if little of the text is the same, in whichever commits', async () => {
    const room = newsroom()
    room.write('wall.md', story('It rises.'))
    room.commit(2, 'Publish')
    room.remove('wall.md')
    room.commit(3, 'Remove')
    room.write(
      'harbour.md',
      story('A text of its own.', { title: 'Port', more: 'aliases: [wall]' }),
    )
    room.commit(5, 'Publish anew')
    await room.read()
    expect((await room.told('harbour')).map((line) => line.split(' |')[0])).toEqual([
      '2 June: Publish',
      '5 June: Publish anew',
    ])
    expect(await room.updated('harbour')).toBe(5)
  })

  it('don’t give a copy, or an article of the same template, another one’s history', async () => {
    const room = newsroom()
    room.write('wall.md', story(LONG))
    room.commit(2, 'Publish')
    room.write('wall.md', story(LONG.replace('Monday', 'Tuesday')))
    room.commit(3, 'Change')
    room.write('copy.md', story(LONG))
    room.commit(4, 'Copy')
    room.write('short.md', story('Weather for Monday: rain.', { title: 'Weather of Monday' }))
    room.commit(5, 'Weather')
    room.remove('short.md')
    room.write(
      'next.md',
      story('Nothing but sun and wind all day long here.', { title: 'Weather of Tuesday' }),
    )
    room.commit(6, 'Next weather')
    await room.read()
    expect(await room.told('copy')).toEqual(['4 June: Copy | first'])
    expect(await room.told('next')).toEqual(['6 June: Next weather | first'])
  })

  it('give a new article under the old name a history of its own', async () => {
    const room = newsroom()
    room.write('wall.md', story(LONG))
    room.commit(2, 'Publish')
    room.git('mv', 'content/articles/wall.md', 'content/articles/harbour.md')
    room.commit(3, 'Rename')
    room.write('wall.md', story('Another wall.'))
    room.commit(5, 'New wall')
    await room.read()
    expect(await room.told('wall')).toEqual(['5 June: New wall | first'])
    expect(await room.told('harbour')).toHaveLength(2)
  })

  it('swap two names in one commit', async () => {
    const room = newsroom()
    room.write('a/wall.md', story(LONG))
    room.write('b/port.md', story(`${LONG} Port.`, { title: 'Port' }))
    room.commit(2, 'Publish')
    room.git('mv', 'content/articles/a/wall.md', 'content/articles/b/wall.md')
    room.git('mv', 'content/articles/b/port.md', 'content/articles/a/port.md')
    room.commit(3, 'Swap folders')
    await room.read()
    expect(await room.told('wall')).toEqual([
      '2 June: Publish | first',
      '3 June: Swap folders | no words',
    ])
    expect(await room.told('port')).toEqual([
      '2 June: Publish | first',
      '3 June: Swap folders | no words',
    ])
  })
})

describe('merges', () => {
  it('show what a branch brings once, when it is merged', async () => {
    const room = newsroom()
    room.write('wall.md', story('One.\n\nTwo.\n\nThree.\n\nFour.\n\nFive.'))
    room.commit(2, 'Publish')
    room.git('checkout', '-q', '-b', 'edit')
    room.write('wall.md', story('One, unfinished.\n\nTwo.\n\nThree.\n\nFour.\n\nFive.'))
    room.commit(3, 'Work in progress')
    room.write('wall.md', story('One, finished.\n\nTwo.\n\nThree.\n\nFour.\n\nFive.'))
    room.commit(4, 'Finish')
    room.git('checkout', '-q', 'main')
    room.write('wall.md', story('One.\n\nTwo.\n\nThree.\n\nFour.\n\nFive, changed.'))
    room.commit(5, 'Change five')
    room.gitAt('2025-06-06T09:00:00Z', 'merge', '-q', '--no-edit', '-m', 'Merge the edit', 'edit')
    await room.read()
    expect(await room.told('wall')).toEqual([
      '2 June: Publish | first',
      '5 June: Change five | [-Five.-] / {+Five, changed.+}',
      '6 June: Merge the edit | [-One.-] / {+One, finished.+}',
    ])
    expect(JSON.stringify(await room.history('wall'))).not.toContain('unfinished')
  })

  it('keep to what was published when an editor pulls it into a copy with another commit', async () => {
    const room = newsroom()
    room.write('wall.md', story('One.\n\nTwo.\n\nThree.'))
    room.write('port.md', story('Port.'))
    room.commit(2, 'Publish')
    room.git('checkout', '-q', '-b', 'copy')
    room.write('port.md', story('Port, changed.'))
    room.commit(4, 'Change the port')
    room.git('checkout', '-q', 'main')
    room.write('wall.md', story('One.\n\nTwo.\n\nThree, changed.'))
    room.commit(3, 'Change three')
    await room.read()
    room.git('checkout', '-q', 'copy')
    const pull = "Merge branch 'main' of https://git.example/news"
    room.gitAt('2025-06-05T09:00:00Z', 'merge', '-q', '-m', pull, 'main')
    room.git('checkout', '-q', 'main')
    room.git('merge', '-q', '--ff-only', 'copy')
    await room.read()
    expect(await room.told('wall')).toEqual([
      '2 June: Publish | first',
      '3 June: Change three | [-Three.-] / {+Three, changed.+}',
    ])
    expect((await room.told('port')).map((line) => line.split(' |')[0])).toEqual([
      '2 June: Publish',
      `5 June: ${pull}`,
    ])
  })
})

describe('incremental reading', () => {
  it('reads only what is new, and says which articles changed', async () => {
    const room = newsroom()
    room.write('wall.md', story('It rises.'))
    room.write('port.md', story('Port.'))
    room.commit(2)
    expect((await room.read()).slugs).toEqual(new Set(['wall', 'port']))
    expect((await room.read()).slugs).toEqual(new Set())
    room.write('wall.md', story('It falls.'))
    room.commit(4)
    expect((await room.read()).slugs).toEqual(new Set(['wall']))
    expect(await room.told('wall')).toHaveLength(2)
  })

  it('forgets what a force push dropped, and nothing else', async () => {
    const room = newsroom()
    room.write('wall.md', story('It rises.'))
    room.commit(2, 'Publish')
    room.write('wall.md', story('It rises. Leaked words.'))
    room.write('gone.md', story('Never meant.'))
    room.commit(3, 'Leak')
    await room.read()
    expect(await room.told('wall')).toHaveLength(2)
    room.git('reset', '-q', '--hard', 'HEAD~1')
    room.write('wall.md', story('It rises high.'))
    room.commit(4, 'Change')
    const { slugs } = await room.read()
    expect(slugs).toEqual(new Set(['wall', 'gone']))
    expect(await room.told('wall')).toEqual([
      '2 June: Publish | first',
      '4 June: Change | It [-rises.-] {+rises high.+}',
    ])
    expect(JSON.stringify(await room.history('wall'))).not.toContain('Leaked')
  })

  it('reads everything again when the whole line was rewritten and the old one dropped', async () => {
    const room = newsroom()
    room.write('wall.md', story('It rises.'))
    room.commit(2, 'Publish')
    room.write('wall.md', story('It falls.'))
    room.commit(3, 'Change')
    await room.read()
    room.git('checkout', '-q', '--orphan', 'anew')
    room.commit(7, 'Begin anew')
    room.git('branch', '-q', '-M', 'anew', 'main')
    room.git('reflog', 'expire', '--expire=now', '--all')
    room.git('gc', '-q', '--prune=now')
    await room.read()
    expect(await room.told('wall')).toEqual(['7 June: Begin anew | first'])
  })

  it('goes back with the line to an earlier commit', async () => {
    const room = newsroom()
    room.write('wall.md', story('It rises.'))
    room.commit(2, 'Publish')
    room.write('wall.md', story('It falls.'))
    room.commit(3, 'Change')
    await room.read()
    room.git('reset', '-q', '--hard', 'HEAD~1')
    await room.read()
    expect(await room.told('wall')).toEqual(['2 June: Publish | first'])
    expect((await room.read()).slugs).toEqual(new Set())
  })

  it('continues an article that was removed and comes back', async () => {
    const room = newsroom()
    room.write('wall.md', story('It rises.'))
    room.commit(2, 'Publish')
    room.remove('wall.md')
    room.commit(3, 'Remove')
    await room.read()
    expect(await room.told('wall')).toEqual(['no article'])
    room.write('wall.md', story('It rises again.'))
    room.commit(5, 'Bring back')
    await room.read()
    expect(await room.told('wall')).toEqual([
      '2 June: Publish | first',
      '5 June: Bring back | It [-rises.-] {+rises again.+}',
    ])
  })
})

describe('places and paths', () => {
  it('reads a content folder that is itself a repository, or is deep inside one', async () => {
    for (const prefix of ['', 'sites/news “quoted”/content']) {
      const room = newsroom({ prefix })
      room.write('wall.md', story('It rises.'))
      room.commit(2, 'Publish')
      await room.read()
      expect(await room.told('wall')).toEqual(['2 June: Publish | first'])
    }
  })

  it('handles odd names in the repository: spaces, quotes, line ends, names that aren’t UTF-8, another Unicode form', async () => {
    const room = newsroom()
    room.write('wall.md', story('It rises.'))
    room.write(`odd "folder"\nwith 'all'/cafe\u0301.md`, story('Coffee.'))
    execFileSync('sh', ['-c', 'printf x > "$(printf "content/articles/\\377.md")"'], {
      cwd: room.root,
    })
    room.commit(2, 'Publish')
    await room.read()
    expect(await room.told('wall')).toEqual(['2 June: Publish | first'])
    expect(await room.told('café')).toEqual(['2 June: Publish | first'])
  })

  it('is not misled by GIT_DIR and the like', async () => {
    const room = newsroom()
    room.write('wall.md', story('It rises.'))
    room.commit(2, 'Publish')
    const elsewhere = { GIT_DIR: '/nowhere', GIT_WORK_TREE: '/nowhere', GIT_INDEX_FILE: '/nowhere' }
    Object.assign(process.env, elsewhere)
    try {
      await room.read()
      expect(await room.told('wall')).toEqual(['2 June: Publish | first'])
    } finally {
      for (const name of Object.keys(elsewhere)) delete process.env[name]
    }
  })
})

describe('history that isn’t available', () => {
  it('says so for a folder without git, and for a repository without commits', async () => {
    const bare = newsroom({ init: false, prefix: '' })
    bare.writeSite('')
    bare.write('wall.md', story('It rises.'))
    await bare.read()
    expect(await bare.told('wall')).toEqual(['no repository'])
    expect(readCorrections(1, bare.now, bare.source)?.unavailable).toBe('no repository')
    expect(await bare.updated('wall')).toBeUndefined()
    const empty = newsroom()
    empty.write('wall.md', story('It rises.'))
    await empty.read()
    expect(await empty.told('wall')).toEqual(['no commits'])
  })

  it('says so for a shallow clone, until the rest is fetched', async () => {
    const room = newsroom()
    room.write('wall.md', story('It rises.'))
    room.commit(2, 'Publish')
    room.write('wall.md', story('It falls.'))
    room.commit(3, 'Change')
    const root = mkdtempSync(path.join(tmpdir(), 'history-clone-'))
    try {
      execFileSync('git', ['clone', '-q', '--depth', '1', `file://${room.root}`, root])
      const clone = newsroom({ root, init: false })
      await clone.read()
      expect(await clone.told('wall')).toEqual(['shallow'])
      clone.git('fetch', '-q', '--unshallow')
      await clone.read()
      expect(await clone.told('wall')).toHaveLength(2)
    } finally {
      rmSync(root, { recursive: true, force: true })
    }
  })

  it('says so for an article that is not committed yet', async () => {
    const room = newsroom()
    room.commit(2, 'Begin')
    room.write('wall.md', story('It rises.'))
    await room.read()
    expect(await room.told('wall')).toEqual(['not in git'])
  })
})
