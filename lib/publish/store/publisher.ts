import type { Problem } from '@/lib/front-matter/problem'
import type { Pulled } from '@/lib/git/git-pull'
import { OneAtATime } from '../one-at-a-time'
import { type ChangedPaths, type Publication, publishedPaths } from '../publication'
import type { Publications } from './publications'

/** The archive as publishing needs it. */
export type PublishedArchive = {
  refresh(): Promise<ChangedPaths>
  status(): {
    problems: readonly Problem[]
    changes: readonly { at: Date; path: string; kind: keyof ChangedPaths }[]
  }
}

type Options = {
  publications: Publications
  pull: () => Promise<Pulled>
  /** There once the server has started: whoever publishes before waits for it. */
  archive: Promise<PublishedArchive>
  now: () => Date
  log: { error(details: object, message: string): void }
}

/** Brings what was pushed onto the site: pulls, indexes, and remembers what came of it. */
export class Publisher {
  readonly #options: Options
  readonly #work: OneAtATime<Publication>

  constructor(options: Options) {
    this.#options = options
    this.#work = new OneAtATime(() => this.#publish())
  }

  /** Publishes for a delivery that goes by these names, once; again only if it failed. */
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
      this.#options.log.error({ git: pulled.failure }, 'git pull failed')
      return failed(began, `git pull: ${pulled.failure}`)
    }
    const refreshed = await archive.refresh()
    const { problems, changes } = archive.status()
    const errors = problems.filter(({ severity }) => severity === 'error')
    // Whoever watches the folder may have indexed some of it before we asked.
    const watched = changes.filter(({ at }) => at >= began)
    const of = (kind: keyof ChangedPaths) =>
      watched.filter((change) => change.kind === kind).map(({ path }) => path)
    const noticed = { added: of('added'), changed: of('changed'), removed: of('removed') }
    return {
      at: began.toISOString(),
      ...(pulled.commit !== undefined && { commit: pulled.commit }),
      ...publishedPaths([pulled.paths, refreshed, noticed], errors),
      errors,
    }
  }
}

const failed = (at: Date, failure: string): Publication => ({
  at: at.toISOString(),
  added: [],
  changed: [],
  removed: [],
  errors: [],
  failure,
})
