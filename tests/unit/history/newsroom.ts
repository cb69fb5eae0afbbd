import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { ArchiveWriter } from '@/lib/archive/follow/archive-writer'
import { openArchive } from '@/lib/archive/open'
import { findArticle } from '@/lib/archive/read/articles'
import type { Article } from '@/lib/article/article'
import { repositoryOf } from '@/lib/git/repository'
import type { ComparedPart } from '@/lib/history/diff/word-diff'
import { findHistory, findUpdated } from '@/lib/history/find-history'
import { readRepository } from '@/lib/history/read-repository'
import { HistorySource } from '@/lib/history/read-source'

/** The time in every test: the last day of June, long after each commit. */
export const NOW = new Date('2025-06-30T12:00:00Z')

export type Front = { date?: string; title?: string; more?: string }

/** An article's file. */
export const story = (
  text: string,
  { date = '2025-06-01', title = 'Harbour wall', more }: Front = {},
) =>
  [
    '---',
    `title: ${title}`,
    `date: ${date}`,
    ...(more === undefined ? [] : [more]),
    '---',
    '',
    text,
    '',
  ].join('\n')

/** A comparison as text: [-removed-] and {+added+}. */
export const drawn = (parts: ComparedPart[]) =>
  parts
    .filter(({ changed }) => changed)
    .map(({ runs }) =>
      runs
        .map(({ change, text }) =>
          change === 'same' ? text : change === 'added' ? `{+${text}+}` : `[-${text}-]`,
        )
        .join(''),
    )

type Options = { prefix?: string; root?: string; init?: boolean; site?: string }

/** A newsroom in a temporary folder: a git repository, the content in it, its archive and its history. */
export class Newsroom {
  readonly root: string
  readonly contentDir: string
  readonly dataDir = mkdtempSync(path.join(tmpdir(), 'history-data-'))
  now = NOW
  readonly #temporary: string[] = [this.dataDir]
  #keeper: ArchiveWriter | undefined
  #source: HistorySource | undefined

  constructor({ prefix = 'content', root, init = true, site = '' }: Options = {}) {
    this.root = root ?? mkdtempSync(path.join(tmpdir(), 'history-'))
    if (root === undefined) this.#temporary.push(this.root)
    this.contentDir = path.join(this.root, prefix)
    mkdirSync(this.contentDir, { recursive: true })
    if (init) {
      this.git('init', '-q', '-b', 'main')
      this.writeSite(site)
    }
  }

  git(...args: string[]): string {
    return this.gitAt('2025-06-01T00:00:00Z', ...args)
  }

  gitAt(time: string, ...args: string[]): string {
    return execFileSync('git', args, {
      cwd: this.root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        GIT_AUTHOR_DATE: time,
        GIT_COMMITTER_DATE: time,
        GIT_AUTHOR_NAME: 'Ann Lee',
        GIT_AUTHOR_EMAIL: 'ann@example.org',
        GIT_COMMITTER_NAME: 'Ann Lee',
        GIT_COMMITTER_EMAIL: 'ann@example.org',
        GIT_CONFIG_GLOBAL: '/dev/null',
      },
    }).trim()
  }

  writeSite(more: string): void {
    const lines = ['name: Test', 'description: A test.', 'lang: en', 'timeZone: UTC', more]
    writeFileSync(path.join(this.contentDir, 'site.yaml'), `${lines.join('\n')}\n`)
  }

  write(file: string, text: string): void {
    const at = path.join(this.contentDir, 'articles', file)
    mkdirSync(path.dirname(at), { recursive: true })
    writeFileSync(at, text)
  }

  remove(file: string): void {
    rmSync(path.join(this.contentDir, 'articles', file))
  }

  /** Commits everything on a day of June, and returns the commit's name. */
  commit(day: number, subject = `Change of ${day} June`): string {
    this.git('add', '-A')
    return this.commitStaged(day, subject)
  }

  commitStaged(day: number, subject: string): string {
    const wholeName = ['-c', 'core.abbrev=40']
    const said = this.gitAt(juneTime(day), ...wholeName, 'commit', '--allow-empty', '-m', subject)
    return /[0-9a-f]{40}/.exec(said)?.[0] ?? ''
  }

  /** Indexes the folder and reads what is new in the repository; returns the slugs whose history changed. */
  async read(): Promise<{ slugs: Set<string>; state: string }> {
    this.#keeper ??= new ArchiveWriter({
      contentDir: this.contentDir,
      dataDir: this.dataDir,
      now: () => this.now,
      wait: async () => undefined,
    })
    await this.#keeper.update()
    const slugs = new Set<string>()
    const { state } = await readRepository({
      repository: repositoryOf(this.contentDir),
      dataDir: this.dataDir,
      site: { lang: 'en', timeZone: 'UTC' },
      now: () => this.now,
      signal: new AbortController().signal,
      onStored: (stored) => {
        for (const slug of stored) slugs.add(slug)
      },
    })
    return { slugs, state }
  }

  get source(): HistorySource {
    this.#source ??= new HistorySource(openArchive(this.dataDir, this.contentDir), this.dataDir)
    return this.#source
  }

  article(slug: string): Article | undefined {
    const found = findArticle(slug, this.now, this.source.archive)
    return found?.state === 'live' ? found.article : undefined
  }

  async history(slug: string) {
    const article = this.article(slug)
    return article && findHistory(article, this.now, this.source)
  }

  /** The history as text, oldest first: `day June: subject | changes`. */
  async told(slug: string): Promise<string[]> {
    const history = await this.history(slug)
    if (history?.state !== 'available') return [history?.reason ?? 'no article']
    return history.versions
      .map(({ since, subject, isFirst, parts }) => {
        const what = isFirst ? 'first' : drawn(parts).join(' / ') || 'no words'
        return `${since.at.getUTCDate()} June: ${subject} | ${what}`
      })
      .reverse()
  }

  async updated(slug: string): Promise<number | undefined> {
    const article = this.article(slug)
    const update = article && (await findUpdated(article, this.now, this.source))
    return update?.since.at.getUTCDate()
  }

  close(): void {
    this.#source?.close()
    this.#source?.archive.close()
    this.#keeper?.close()
    for (const folder of this.#temporary) rmSync(folder, { recursive: true, force: true })
  }
}

export const juneTime = (day: number) => `2025-06-${String(day).padStart(2, '0')}T09:00:00Z`
