import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import { ArchiveWriter, type ArchiveWriterOptions } from '@/lib/archive/follow/archive-writer'
import { type Archive, openArchive } from '@/lib/archive/open'

export const NOW = new Date('2025-07-01T00:00:00Z')

const SITE = 'name: Test\ndescription: A test\nlang: en\ntimeZone: UTC\n'

/** A temporary content folder with an archive of it; both are deleted after the test. */
export class ContentFolder {
  readonly root = mkdtempSync(path.join(tmpdir(), 'broadsheet-archive-'))
  readonly contentDir = path.join(this.root, 'content')
  readonly dataDir = path.join(this.root, 'data')
  /** The cache tags that updates announced since they were last taken. */
  readonly announced = new Set<string>()
  now = NOW
  readonly #archive: Archive
  #keeper: ArchiveWriter | undefined

  constructor() {
    this.write('site.yaml', SITE)
    this.#archive = openArchive(this.dataDir, this.contentDir)
    onTestFinished(() => {
      this.close()
      rmSync(this.root, { recursive: true, force: true })
    })
  }

  write(file: string, text: string | Uint8Array): void {
    const absolute = this.at(file)
    mkdirSync(path.dirname(absolute), { recursive: true })
    writeFileSync(absolute, text)
  }

  /** Writes articles/<name>.md with these lines of front matter in addition to a title and a date. */
  article(name: string, lines: readonly string[] = [], body = `The story of ${name}.`): void {
    const has = (key: string) => lines.some((line) => line.startsWith(`${key}:`))
    const head = [
      ...(has('title') ? [] : [`title: Title of ${name}`]),
      ...(has('date') ? [] : ['date: 2025-06-01']),
      ...lines,
    ]
    this.write(`articles/${name}.md`, `---\n${head.join('\n')}\n---\n\n${body}\n`)
  }

  move(from: string, to: string): void {
    mkdirSync(path.dirname(this.at(to)), { recursive: true })
    renameSync(this.at(from), this.at(to))
  }

  remove(file: string): void {
    rmSync(this.at(file), { recursive: true })
  }

  at(file: string): string {
    return path.join(this.contentDir, file)
  }

  get keeper(): ArchiveWriter {
    this.#keeper ??= this.newKeeper()
    return this.#keeper
  }

  /** Opens the same archive as a restarted process would. */
  restart(): void {
    this.#keeper?.close()
    this.#keeper = undefined
  }

  newKeeper(more: Partial<ArchiveWriterOptions> = {}): ArchiveWriter {
    return new ArchiveWriter({
      contentDir: this.contentDir,
      dataDir: this.dataDir,
      now: () => this.now,
      wait: () => Promise.resolve(),
      onChanged: (tags) => {
        for (const tag of tags) this.announced.add(tag)
      },
      ...more,
    })
  }

  /** Updates until the folder is at rest. */
  async update() {
    let result = await this.keeper.update()
    for (let round = 0; result.again && round < 10; round++) result = await this.keeper.update()
    while (this.keeper.checkTexts());
    return result
  }

  /** Updates, and returns the cache tags announced, without those of terms. */
  async changes(): Promise<string[]> {
    this.announced.clear()
    await this.update()
    return [...this.announced].filter((tag) => !tag.startsWith('near:')).sort()
  }

  get archive(): Archive {
    return this.#archive
  }

  close(): void {
    this.#archive.close()
    this.#keeper?.close()
  }
}
