import type { Problem } from '@/lib/front-matter/problem'

export type FileChange = { at: Date; path: string; kind: 'added' | 'changed' | 'removed' }

/** What the archive holds, as the server and editors are told. */
export type IndexStatus = {
  /** Why the folder could not be read the last time, if it couldn't. */
  failure: string | undefined
  /** Articles by what readers see of them at this moment. */
  articles: {
    visible: number
    scheduled: number
    expired: number
    drafts: number
    withdrawn: number
  }
  pages: number
  images: number
  errors: number
  warnings: number
  /** Errors first; a bounded number of them. */
  problems: readonly Problem[]
  /** Paths of files whose present content readers don't see, because of an error of the file itself. */
  refused: readonly string[]
  /** The last changes of files, newest first; none from a first index. */
  changes: readonly FileChange[]
}
