import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { expect, it, onTestFinished, test } from 'vitest'
import { findContentProblems } from '@/lib/check/find-content-problems'
import { locateRepository } from '@/lib/git/repository'
import { Newsroom } from '../history/newsroom'
import { article, type Files, Repositories } from './repositories'

/** Files that make a folder a repository for git, whose remote is reached through a program. */
const bareRepository = (folder: string, program: string): Files => ({
  [`${folder}/HEAD`]: 'ref: refs/heads/main\n',
  [`${folder}/config`]: [
    ...['[core]', 'repositoryformatversion = 0', 'bare = false', 'worktree = ..'],
    `sshCommand = ${program}`,
    ...[`fsmonitor = ${program}`, `pager = ${program}`, `hooksPath = hooks`],
    ...[
      '[remote "origin"]',
      'url = ssh://git.example/x',
      'fetch = +refs/heads/*:refs/remotes/origin/*',
    ],
    ...['[branch "main"]', 'remote = origin', 'merge = refs/heads/main', ''],
  ].join('\n'),
  [`${folder}/objects/keep`]: '',
  [`${folder}/refs/keep`]: '',
})

/** The history as text, as the server reads it in its clone. */
async function historyOf(repositories: Repositories, slug: string): Promise<string[]> {
  const room = new Newsroom({ root: repositories.at('server'), init: false })
  onTestFinished(() => room.close())
  await room.read()
  return room.told(slug)
}

test('a pushed folder that git takes for a repository is never obeyed, and the history stays', async () => {
  const repositories = new Repositories()
  repositories.push(bareRepository('content', repositories.program('program')))
  expect(await repositories.pull()).toMatchObject({ ok: true })
  const commit = repositories.push({ 'content/articles/wall.md': article('Wall, higher') })
  expect(await repositories.pull()).toMatchObject({ ok: true, commit })
  expect(await historyOf(repositories, 'wall')).toHaveLength(2)
  await findContentProblems(repositories.contentDir, { now: new Date() })
  expect(repositories.wasRun).toBe(false)
})

test('nor is one that a .git file in the content folder points to', async () => {
  const repositories = new Repositories()
  const { repository } = repositories
  repositories.push(bareRepository('content/articles/x', repositories.program('program')))
  await repositories.pull()
  repositories.write('server/content/.git', 'gitdir: articles/x\n')
  const commit = repositories.push({ 'content/articles/wall.md': article('Wall, higher') })
  expect(await repositories.pull()).toMatchObject({ ok: true, commit })
  expect(await historyOf(repositories, 'wall')).toHaveLength(2)
  expect(locateRepository(repositories.contentDir)).toEqual(repository)
  expect(repositories.wasRun).toBe(false)
})

test('hooks don’t run, whether the remote moved forward or was rewritten', async () => {
  const repositories = new Repositories()
  for (const name of [
    'post-merge',
    'post-checkout',
    'post-index-change',
    'reference-transaction',
  ]) {
    repositories.program(`server/.git/hooks/${name}`)
  }
  repositories.push({ 'content/articles/port.md': article('Port') })
  expect(await repositories.pull()).toMatchObject({ ok: true })
  repositories.push({ 'content/articles/sea.md': article('Sea') }, '')
  expect(await repositories.pull()).toMatchObject({ ok: true })
  expect(repositories.wasRun).toBe(false)
})

test.each([
  ['remote.origin.url', 'ext::PROGRAM'],
  ['url.ext::PROGRAM .insteadOf', '../origin'],
])(
  'a remote that is a program (%s) isn’t run, although the config allows it',
  async (key, value) => {
    const repositories = new Repositories()
    const program = repositories.program('program')
    repositories.git('server', 'config', 'protocol.ext.allow', 'always')
    repositories.git(
      'server',
      'config',
      key.replace('PROGRAM', program),
      value.replace('PROGRAM', program),
    )
    expect(await repositories.pull()).toMatchObject({
      ok: false,
      failure: expect.stringContaining('is none of http, https, ssh, git or file'),
    })
    expect(repositories.wasRun).toBe(false)
  },
)

test('a link in place of the content folder is not followed', async () => {
  const repositories = new Repositories()
  const before = repositories.head
  repositories.write('private/articles/secret.md', article('Secret'))
  repositories.push({ content: undefined })
  repositories.push({ content: { link: '../private' } })
  expect(await repositories.pull()).toMatchObject({
    ok: false,
    failure: expect.stringContaining('content/ is not a folder'),
  })
  expect(repositories.head).toBe(before)
})

test('a submodule is reported and never fetched, whatever the configuration says', async () => {
  const repositories = new Repositories()
  const program = repositories.program('program')
  for (const key of ['submodule.recurse', 'fetch.recurseSubmodules', 'submodule.sub.active']) {
    repositories.git('server', 'config', key, 'true')
  }
  repositories.git('server', 'config', 'protocol.ext.allow', 'always')
  const [path, url] = ['content/articles/sub', `ext::${program}`]
  const module = `[submodule "sub"]\npath = ${path}\nurl = ${url}\nupdate = !${program}\n`
  const commit = repositories.push({
    '.gitmodules': module,
    [path]: { submodule: repositories.head },
  })
  const warning = {
    severity: 'warning',
    path: 'articles/sub',
    problem: 'is a submodule, which is never fetched',
  }
  expect(await repositories.pull()).toMatchObject({ ok: true, commit, warnings: [warning] })
  expect(readdirSync(repositories.at('server/content/articles/sub'))).toEqual([])
  expect(existsSync(repositories.at('server/.git/modules'))).toBe(false)
  const { problems } = await findContentProblems(repositories.contentDir, { now: new Date() })
  expect(problems).toMatchObject([warning])
  expect(await historyOf(repositories, 'wall')).toHaveLength(1)
  repositories.write('server/content/articles/wall.md', 'By hand.')
  repositories.push({ 'content/articles/port.md': article('Port') }, '')
  expect(await repositories.pull()).toMatchObject({
    local: { files: ['content/articles/wall.md'] },
  })
  expect(repositories.wasRun).toBe(false)
})

it.runIf(process.getuid?.() === 0)(
  'a repository of another owner works, as in a container',
  async () => {
    const repositories = new Repositories()
    execFileSync('chown', ['-R', '12345', repositories.at('server')])
    const commit = repositories.push({ 'content/articles/port.md': article('Port') })
    expect(await repositories.pull()).toMatchObject({ ok: true, commit })
  },
)
