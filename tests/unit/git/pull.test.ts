import { existsSync, readFileSync, rmSync } from 'node:fs'
import { expect, test } from 'vitest'
import { protocolsOf } from '@/lib/git/upstream'
import { article, Repositories } from './repositories'

const DROPPED = 'refs/broadsheet/dropped'

test('follows the remote and says which files of the content changed, wherever git is started', async () => {
  const repositories = new Repositories()
  const commit = repositories.push({
    'README.md': 'Not content.',
    'content/articles/wall.md': article('Wall, higher'),
    'content/articles/odd “name”\u0301.md': article('Odd'),
  })
  expect(await repositories.pull()).toEqual({
    ok: true,
    commit,
    paths: {
      added: ['articles/odd “name”\u0301.md'],
      changed: ['articles/wall.md'],
      removed: [],
    },
    warnings: [],
  })
  repositories.push({ 'content/articles/wall.md': undefined })
  expect(await repositories.pull()).toMatchObject({ paths: { removed: ['articles/wall.md'] } })
  expect(await repositories.pull()).toMatchObject({ ok: true, paths: { removed: [] } })
})

test('a folder in no repository has nothing to pull', async () => {
  const repositories = new Repositories()
  rmSync(repositories.at('server/.git'), { recursive: true })
  expect(await repositories.pull()).toMatchObject({ ok: true, commit: undefined })
})

test('a clone of an empty repository follows the first push', async () => {
  const repositories = new Repositories()
  repositories.git('server', 'update-ref', '-d', 'HEAD')
  repositories.git('server', 'rm', '-rfq', '--cached', '.')
  rmSync(repositories.at('server/content'), { recursive: true })
  repositories.write('server/content/.keep', '')
  const commit = repositories.git('origin', 'rev-parse', 'main')
  expect(await repositories.pull()).toMatchObject({ ok: true, commit })
  expect(existsSync(repositories.at('server/content/articles/wall.md'))).toBe(true)
})

test.each([
  ['a commit that was amended', (first: string) => first],
  ['a history that was rewritten from its start', () => ''],
])('a force push with %s is followed, and what it dropped can be recovered', async (_, onto) => {
  const repositories = new Repositories()
  const first = repositories.head
  repositories.push({ 'content/articles/leak.md': article('Leak') })
  await repositories.pull()
  const dropped = repositories.head
  repositories.write('server/content/articles/untracked.md', article('Untracked'))
  const commit = repositories.push({ 'content/articles/port.md': article('Port') }, onto(first))
  expect(await repositories.pull()).toMatchObject({
    ok: true,
    commit,
    paths: { removed: expect.arrayContaining(['articles/leak.md']) },
  })
  expect(repositories.head).toBe(commit)
  expect(existsSync(repositories.at('server/content/articles/leak.md'))).toBe(false)
  expect(existsSync(repositories.at('server/content/articles/untracked.md'))).toBe(true)
  expect(repositories.git('server', 'rev-parse', `${DROPPED}/${dropped}`)).toBe(dropped)
})

test('a force push that goes back removes what it dropped', async () => {
  const repositories = new Repositories()
  const first = repositories.head
  repositories.push({ 'content/articles/leak.md': article('Leak') })
  await repositories.pull()
  repositories.git('origin', 'update-ref', 'refs/heads/main', first)
  expect(await repositories.pull()).toMatchObject({
    ok: true,
    commit: first,
    paths: { removed: ['articles/leak.md'] },
  })
})

test('a force push is followed even if another git fetched it before', async () => {
  const repositories = new Repositories()
  repositories.push({ 'content/articles/leak.md': article('Leak') })
  repositories.git('server', 'pull', '-q', '--ff-only')
  const commit = repositories.push({ 'content/articles/port.md': article('Port') }, '')
  repositories.git('server', 'fetch', '-q')
  expect(await repositories.pull()).toMatchObject({ ok: true, commit })
})

/** Runs the command in the answer. */
const obey = (repositories: Repositories, command: string) => {
  for (const each of command.split(' && ')) {
    repositories.git('server', ...each.split(' ').slice(1))
  }
}

test('a force push overwrites no local changes: the failure lists the files and a command that keeps them', async () => {
  const repositories = new Repositories()
  repositories.write('server/content/articles/wall.md', 'Changed by hand.')
  const commit = repositories.push({ 'content/articles/port.md': article('Port') }, '')
  const before = repositories.head
  const command = 'git stash --include-untracked'
  const refused = await repositories.pull()
  expect(refused).toEqual({
    ok: false,
    failure: `The repository on the server has changes of its own (content/articles/wall.md). Put them aside there with: ${command}`,
    local: { files: ['content/articles/wall.md'], command },
  })
  expect(repositories.head).toBe(before)
  expect(readFileSync(repositories.at('server/content/articles/wall.md'), 'utf8')).toMatch(
    /^Changed/,
  )
  expect(await repositories.pull()).toEqual(refused)
  obey(repositories, command)
  expect(await repositories.pull()).toMatchObject({ ok: true, commit })
  expect(repositories.git('server', 'stash', 'list')).toContain('stash@{0}')
})

test.each([
  ['a force push', ''],
  ['a push', undefined],
])('commits that the remote never had are local changes when %s comes', async (_, onto) => {
  const repositories = new Repositories()
  repositories.write('server/content/articles/own.md', article('Own'))
  repositories.git('server', 'add', '-A')
  repositories.git('server', 'commit', '-qm', 'On the server')
  const own = repositories.head
  expect(await repositories.pull()).toMatchObject({ ok: true, commit: own })
  const commit = repositories.push({ 'content/articles/port.md': article('Port') }, onto)
  repositories.write('server/content/articles/wall.md', 'Changed by hand.')
  const refused = await repositories.pull()
  const files = ['content/articles/own.md', 'content/articles/wall.md']
  expect(refused).toMatchObject({ ok: false, local: { files } })
  expect(repositories.head).toBe(own)
  if (!refused.ok && refused.local) obey(repositories, refused.local.command)
  expect(await repositories.pull()).toMatchObject({ ok: true, commit })
  expect(repositories.git('server', 'branch', '--contains', own)).toContain('kept-')
})

test.each([
  ['a changed file', 'wall.md'],
  ['a file that git doesn’t know', 'port.md'],
])('a push over %s names it, and a push beside it succeeds', async (_, name) => {
  const repositories = new Repositories()
  repositories.write(`server/content/articles/${name}`, 'By hand.')
  const beside = repositories.push({ 'content/articles/beside.md': article('Beside') })
  expect(await repositories.pull()).toMatchObject({ ok: true, commit: beside })
  repositories.push({ [`content/articles/${name}`]: article('Pushed') })
  expect(await repositories.pull()).toMatchObject({
    ok: false,
    local: {
      files: [`content/articles/${name}`],
      command: 'git stash --include-untracked',
    },
  })
  expect(readFileSync(repositories.at('server/content/articles', name), 'utf8')).toBe('By hand.')
})

test.each([
  ['its HEAD', (at: string) => rmSync(`${at}/HEAD`)],
  ['its objects', (at: string) => rmSync(`${at}/objects`, { recursive: true })],
  [
    'one object',
    (at: string, commit: string) =>
      rmSync(`${at}/objects/${commit.slice(0, 2)}/${commit.slice(2)}`),
  ],
  ['all of it', (at: string) => rmSync(at, { recursive: true })],
])(
  'a repository that lost %s is reported as damaged, never as having nothing to pull',
  async (_, damage) => {
    const repositories = new Repositories()
    const outer = repositories.repository
    expect(outer.gitDir).toBe(repositories.at('server/.git'))
    const commit = repositories.push({ 'content/articles/port.md': article('Port') })
    // Loose objects, so that one can be lost alone.
    repositories.git('server', '-c', 'fetch.unpackLimit=1000', 'pull', '-q')
    damage(outer.gitDir, commit)
    expect(await repositories.pull()).toMatchObject({
      ok: false,
      failure: expect.stringMatching(/^The repository is damaged: /),
    })
  },
)

test.each([
  ['no branch', ['checkout', '-q', '--detach'], 'no branch is checked out'],
  ['no upstream', ['branch', '--unset-upstream'], 'follows no remote'],
  ['a remote that is gone', ['config', 'remote.origin.url', '../gone'], 'does not appear to be'],
])('with %s the failure says so', async (_, change, words) => {
  const repositories = new Repositories()
  repositories.git('server', ...change)
  const pulled = await repositories.pull()
  expect(pulled).toMatchObject({ ok: false, failure: expect.stringContaining(words) })
})

test('no failure contains a password from the remote’s address', async () => {
  const repositories = new Repositories()
  const address = 'http://ann:secret@127.0.0.1:1/x'
  repositories.git('server', 'config', 'remote.origin.url', address)
  const pulled = await repositories.pull()
  expect(JSON.stringify(pulled)).toContain('127.0.0.1:1')
  expect(JSON.stringify(pulled)).not.toContain('secret')
})

test.each([
  ['https://git.example/x', ['https']],
  ['http://git.example/x', ['http', 'https']],
  ['ssh://git@git.example/x', ['ssh']],
  ['git@git.example:news/x.git', ['ssh']],
  ['[::1]:x', ['ssh']],
  ['git://git.example/x', ['git']],
  ['file:///srv/x', ['file']],
  ['/srv/x:y', ['file']],
  ['../x', ['file']],
  ['C:\\x', ['file']],
  ['ext::sh -c touch% x', undefined],
  ['fd::17', undefined],
  ['ftp://git.example/x', undefined],
])('for %s git may use %s', (address, protocols) => {
  expect(protocolsOf(address)).toEqual(protocols)
})
