import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { findContentProblems } from '@/lib/check/find-content-problems'
import { temporaryFolder } from '../../support/temporary-folder'

const NOW = new Date('2026-03-09T00:00:00Z')

/** A repository of a story and its German translation. */
function newsroom() {
  const dir = temporaryFolder()
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=Ida', '-c', 'user.email=i@example.org', ...args], {
      cwd: dir,
      stdio: 'pipe',
      env: { ...process.env, GIT_COMMITTER_DATE: '2026-03-02T09:30:00Z' },
    })
  const write = (name: string, text: string) => {
    mkdirSync(path.dirname(path.join(dir, name)), { recursive: true })
    writeFileSync(path.join(dir, name), text)
  }
  const wall = (text: string, more = '') =>
    write('articles/wall.md', `---\ntitle: Wall\ndate: 2026-03-01\n${more}---\n\n${text}\n`)
  const mauer = (text: string, more = '') =>
    write(
      'articles/mauer.md',
      `---\ntitle: Mauer\ndate: 2026-03-01\nlang: de\ntranslationOf: wall\n${more}---\n\n${text}\n`,
    )
  const commit = () => {
    git('add', '.')
    git('commit', '-q', '-m', 'Change')
  }
  git('init', '-q')
  write('site.yaml', 'name: P\ndescription: News\nlang: en\ntimeZone: UTC\n')
  wall('The wall is high.')
  mauer('Die Mauer ist hoch.')
  commit()
  const late = async () =>
    (await findContentProblems(dir, { now: NOW })).problems.filter(
      ({ field }) => field === 'translationOf',
    )
  return { wall, mauer, commit, late }
}

test('an original that has other words than its translation knew is a warning at its line', async () => {
  const { wall, mauer, commit, late } = newsroom()
  expect(await late()).toEqual([])
  wall('The wall is high.', 'tags: [Harbour]\n')
  commit()
  expect(await late()).toEqual([])
  wall('The wall is low.')
  commit()
  expect(await late()).toMatchObject([
    {
      severity: 'warning',
      path: 'articles/mauer.md',
      line: 5,
      problem: 'articles/wall.md has had other words since 2026-03-02',
    },
  ])
  mauer('Die Mauer ist niedrig.')
  commit()
  expect(await late()).toEqual([])
})

test('a translation saved together with its original is not late, nor one that readers may not see', async () => {
  const { wall, mauer, commit, late } = newsroom()
  wall('The wall is gone.')
  mauer('Die Mauer ist weg.')
  commit()
  expect(await late()).toEqual([])
  mauer('Die Mauer ist weg.', 'draft: true\n')
  commit()
  wall('The wall is back.')
  commit()
  expect(await late()).toEqual([])
})
