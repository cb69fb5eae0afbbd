import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import { pullContent } from '@/lib/git/pull'
import { type Repository, repositoryOf } from '@/lib/git/repository'

/** A file as git stores it: its text, a symbolic link, or a submodule; undefined removes it. */
type Entry = string | { link: string } | { submodule: string } | undefined
export type Files = Record<string, Entry>

export const article = (title: string) =>
  `---\ntitle: ${title}\ndate: 2025-06-01\n---\n\n${title}.\n`

const IDENTITY = { NAME: 'Ann Lee', EMAIL: 'ann@example.org' }
const environment = {
  ...process.env,
  GIT_CONFIG_GLOBAL: '/dev/null',
  ...Object.fromEntries(
    Object.entries(IDENTITY).flatMap(([key, value]) => [
      [`GIT_AUTHOR_${key}`, value],
      [`GIT_COMMITTER_${key}`, value],
    ]),
  ),
}

function git(folder: string, args: string[], input = ''): string {
  const options = { cwd: folder, env: environment, input, encoding: 'utf8' } as const
  return execFileSync('git', args, options).trim()
}

/** Shared by all test files in this process. */
let template: string | undefined
process.once('exit', () => {
  if (template !== undefined) rmSync(template, { recursive: true, force: true })
})
/** The article's date is before the commits, and they are before the tests' clock. */
const SECOND_OF_JUNE = Date.UTC(2025, 5, 2) / 1000
let commits = 0

/** Made once per process: copying it needs no git. */
function makeTemplate(): string {
  const root = mkdtempSync(path.join(os.tmpdir(), 'broadsheet-git-'))
  git(root, ['init', '-q', '--bare', '-b', 'main', 'origin'])
  commit(path.join(root, 'origin'), {
    'content/site.yaml': 'name: A\ndescription: B\nlang: en\ntimeZone: UTC\n',
    'content/articles/wall.md': article('Wall'),
  })
  git(root, ['clone', '-q', 'origin', 'server'])
  // Relative to the work tree, wherever the two are copied to.
  git(path.join(root, 'server'), ['config', 'remote.origin.url', '../origin'])
  return root
}

/** One commit on a bare repository's main branch: on top of its last commit, or of another one. */
function commit(folder: string, files: Files, onto?: string): string {
  const from = onto ?? (existsSync(path.join(folder, 'refs/heads/main')) ? 'refs/heads/main^0' : '')
  const lines = [
    'commit refs/heads/main',
    `committer Ann Lee <ann@example.org> ${SECOND_OF_JUNE + ++commits} +0000`,
  ]
  lines.push('data 6', 'Change', ...(from === '' ? [] : [`from ${from}`]))
  for (const [name, entry] of Object.entries(files)) {
    if (entry === undefined) lines.push(`D ${name}`)
    else if (typeof entry === 'object' && 'submodule' in entry) {
      lines.push(`M 160000 ${entry.submodule} ${name}`)
    } else {
      const [mode, text] = typeof entry === 'string' ? ['100644', entry] : ['120000', entry.link]
      lines.push(`M ${mode} inline ${name}`, `data ${Buffer.byteLength(text)}`, text)
    }
  }
  git(folder, ['fast-import', '--quiet', '--force'], `${lines.join('\n')}\n`)
  return git(folder, ['rev-parse', 'refs/heads/main'])
}

/** The remote and the server's clone of it, in a temporary folder; the content is in `content` below the clone. */
export class Repositories {
  readonly root = mkdtempSync(path.join(os.tmpdir(), 'broadsheet-git-'))
  readonly contentDir = this.at('server/content')

  constructor() {
    onTestFinished(() => rmSync(this.root, { recursive: true, force: true }))
    template ??= makeTemplate()
    cpSync(template, this.root, { recursive: true, preserveTimestamps: true })
  }

  at(...names: string[]): string {
    return path.join(this.root, ...names)
  }

  get repository(): Repository {
    const found = repositoryOf(this.contentDir)
    if (found === undefined) throw new Error('There is no repository')
    return found
  }

  /** Commits on the remote, which amounts to a push: with `onto`, a force push. */
  push(files: Files, onto?: string): string {
    return commit(this.at('origin'), files, onto)
  }

  git(where: 'origin' | 'server', ...args: string[]): string {
    return git(this.at(where), args)
  }

  pull() {
    return pullContent(repositoryOf(this.contentDir))
  }

  get head(): string {
    return this.git('server', 'rev-parse', 'HEAD')
  }

  write(name: string, text: string, mode?: number): void {
    mkdirSync(path.dirname(this.at(name)), { recursive: true })
    writeFileSync(this.at(name), text, { mode })
  }

  /** A program that leaves a trace when it runs. */
  program(name: string): string {
    this.write(name, `#!/bin/sh\ntouch '${this.at('was-run')}'\nexit 1\n`, 0o755)
    return this.at(name)
  }

  get wasRun(): boolean {
    return existsSync(this.at('was-run'))
  }
}
