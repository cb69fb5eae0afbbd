import type { Problem } from '@/lib/front-matter/problem'

export type FileChange = { at: Date; path: string; kind: 'added' | 'changed' | 'removed' }

/** The state of the archive, for the server and for editors. */
export type IndexStatus = {
  /** Why the last attempt to read the folder failed; undefined if it succeeded. */
  failure: string | undefined
  /** The number of articles by what readers see of them now. */
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
  /** Errors first; a limited number. */
  problems: readonly Problem[]
  /** Paths of files whose current content readers don't see, because the file itself has an error. */
  refused: readonly string[]
  /** The latest changes to files, newest first; the first index records none. */
  changes: readonly FileChange[]
}
