import type { Problem } from '@/lib/front-matter/problem'
import type { Publication } from './publication'

type FileChange = { at: Date; path: string; kind: 'added' | 'changed' | 'removed' }

/** What the archive holds, as editors are shown it. */
export type IndexStatus = {
  /** The commit of the content folder, where git knows one. */
  commit: string | undefined
  /** Why the folder could not be read the last time, if it couldn't. */
  failure: string | undefined
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
  problems: readonly Problem[]
  /** Newest first. */
  changes: readonly FileChange[]
}

export type UnpublishedStory = {
  slug: string
  path: string
  title: string
  state: 'draft' | 'scheduled' | 'expired' | 'withdrawn'
  /** The address that opens it. */
  preview: string
}

/** What editors are shown of the running site. */
export type Status = {
  index: IndexStatus
  /** What the page cache holds; absent until the first page could be rendered. */
  cache?: { pages: number; bytes: number; missing: number; rendering: number }
  /** The comments' database: how many are in which state, and what keeps it from being used, if anything does. */
  comments: {
    database: string
    trouble?: string
    counts?: { pending: number; approved: number; rejected: number }
  }
  /** The last publications by webhook, newest first. */
  publications: readonly Publication[]
  /** Articles that readers don't get to see. */
  unpublished: readonly UnpublishedStory[]
  versions: { node: string; sqlite: string; archive: number }
  /** Whether pushes can be published by webhook. */
  webhook: 'open' | 'closed'
}

/** What a page of editors shows. It travels from the server's code to the page's by handed-views.ts. */
export type EditorView =
  | { kind: 'status'; status: Status }
  /** `images` stands before the addresses of its images. */
  | { kind: 'preview'; slug: string; images: string }
  | { kind: 'message'; title: string; text: string }
