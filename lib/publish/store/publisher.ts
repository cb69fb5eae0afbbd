import { fileKind } from '@/lib/content/file-kind'
import type { Problem } from '@/lib/front-matter/problem'
import type { Pulled } from '@/lib/git/pull'
import { Rerun } from '@/lib/threads/rerun'
import { type ChangedPaths, type Publication, publishedPaths } from '../publication'
import type { Publications } from './publications'

/** What publishing needs of the archive. */
export type PublishedArchive = {
  refresh(): Promise<ChangedPaths>
  status(): {
    problems: readonly Problem[]
    refused: readonly string[]
    changes: readonly { at: Date; path: string; kind: keyof ChangedPaths }[]
  }
}

type Options = {
  publications: Publications
  pull: () => Promise<Pulled>
  /** Resolves once the server has started; an earlier publication waits for it. */
  archive: Promise<PublishedArchive>
  now: () => Date
  log: { error(details: object, message: string): void }
}

/** Publishes pushes: pulls, indexes, and records the result. */
export class Publisher {
  readonly #options: Options
  readonly #work: Rerun<Publication>

  constructor(options: Options) {
    this.#options = options
    this.#work = new Rerun(() => this.#publish())
  }

  /** Publishes once for a delivery with these names; again only if it failed. */
  async deliver(names: readonly string[]): Promise<Publication | 'repeated'> {
    const { publications } = this.#options
    if (!publications.accept(names)) return 'repeated'
    const published = await this.#work.run()
    if (published.failure !== undefined) publications.forget(names)
    return published
  }

  async #publish(): Promise<Publication> {
    const { publications, now, log } = this.#options
    const began = now()
    let published: Publication
    try {
      published = await this.#pullAndIndex(began)
    } catch (err) {
      log.error({ err }, 'Publishing failed')
      published = failed(began, 'The content folder could not be indexed; see /status.')
    }
    publications.add(published)
    return published
  }

  async #pullAndIndex(began: Date): Promise<Publication> {
    const archive = await this.#options.archive
    const pulled = await this.#options.pull()
    if (!pulled.ok) {
      const { failure, local } = pulled
      this.#options.log.error({ failure, ...local }, 'Nothing could be pulled')
      return { ...failed(began, failure), ...(local && { local }) }
    }
    const refreshed = await archive.refresh()
    const { problems, changes, refused } = archive.status()
    const errors = problems.filter(({ severity }) => severity === 'error')
    // The folder's watch may have indexed some of it before we asked.
    const watched = changes.filter(({ at }) => at >= began)
    const of = (kind: keyof ChangedPaths) =>
      watched.filter((change) => change.kind === kind).map(({ path }) => path)
    const noticed = { added: of('added'), changed: of('changed'), removed: of('removed') }
    return {
      at: began.toISOString(),
      ...(pulled.commit !== undefined && { commit: pulled.commit }),
      ...publishedPaths([contentOf(pulled.paths), refreshed, noticed], refused),
      refused: [...refused],
      errors,
      warnings: pulled.warnings,
    }
  }
}

/** Git reports all files, but the site consists of only some. */
function contentOf({ added, changed, removed }: ChangedPaths): ChangedPaths {
  const ofContent = (paths: readonly string[]) =>
    paths.filter((path) => fileKind(path) !== undefined)
  return { added: ofContent(added), changed: ofContent(changed), removed: ofContent(removed) }
}

const failed = (at: Date, failure: string): Publication => ({
  at: at.toISOString(),
  added: [],
  changed: [],
  removed: [],
  refused: [],
  errors: [],
  warnings: [],
  failure,
})
