import type { IndexStatus } from '@/lib/archive/index-status'
import type { ModelFigures } from '@/lib/model/messages'
import { service } from '@/lib/running/registry'
import type { Publication } from './publication'

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
  /** With the commit of the content folder, where git knows one; or why git can't tell. */
  index: IndexStatus & { commit?: string; gitFailure?: string }
  /** What the page cache holds; absent until the first page could be rendered. */
  cache?: { pages: number; bytes: number; missing: number; rendering: number }
  /** The comments' database: how many are in which state, and what keeps it from being used, if anything does. */
  comments: {
    database: string
    trouble?: string
    counts?: { pending: number; approved: number; rejected: number }
  }
  /** How the model that chooses does, where there is one; absent while its thread doesn't answer, too. */
  model?: ModelFigures
  /** The last publications by webhook, newest first. */
  publications: readonly Publication[]
  /** Articles that readers don't get to see. */
  unpublished: readonly UnpublishedStory[]
  versions: { node: string; sqlite: string; archive: number }
  /** Whether pushes can be published by webhook. */
  webhook: 'open' | 'closed'
}

/** What a page of editors shows. The server leaves it for the page under a one-time name. */
export type EditorView =
  | { kind: 'status'; status: Status }
  /** `images` stands before the addresses of its images. */
  | { kind: 'preview'; slug: string; images: string }
  | { kind: 'message'; title: string; text: string }

/** Gives a page for editors what it shows, once, by the name in its address. */
export const askEditorView = service<string, EditorView | undefined>('editor-view')
