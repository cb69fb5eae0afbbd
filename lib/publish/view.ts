import type { IndexStatus } from '@/lib/archive/index-status'
import type { ModelFigures } from '@/lib/model/messages'
import { service } from '@/lib/running/registry'
import type { Publication } from './publication'

export type UnpublishedStory = {
  slug: string
  path: string
  title: string
  state: 'draft' | 'scheduled' | 'expired' | 'withdrawn'
  /** The address that opens its preview. */
  preview: string
}

/** The state of the running site, for editors. */
export type Status = {
  /** With the content folder's commit if git knows it, or why git can't say. */
  index: IndexStatus & { commit?: string; gitFailure?: string }
  /** The contents of the page cache; absent until the first page can be rendered. */
  cache?: { pages: number; bytes: number; missing: number; rendering: number }
  /** The comments database: how many comments are in each state, and why it can't be used, if it can't. */
  comments: {
    database: string
    trouble?: string
    counts?: { pending: number; approved: number; rejected: number }
  }
  /** The state of the model, if there is one; also absent while its thread doesn't answer. */
  model?: ModelFigures
  /** The latest publications by webhook, newest first. */
  publications: readonly Publication[]
  /** Translations whose original has other words since, by their files. */
  lateTranslations: readonly { path: string; original: string; since: Date }[]
  /** Articles that readers don't see. */
  unpublished: readonly UnpublishedStory[]
  versions: { node: string; sqlite: string; archive: number }
  /** Whether the webhook is open, that is, whether PUBLISH_SECRET is set. */
  webhook: 'open' | 'closed'
}

/** What an editors' page shows. The server leaves it for the page under a one-time name. */
export type EditorView =
  | { kind: 'status'; status: Status }
  /** `images` is a prefix for the addresses of its images. */
  | { kind: 'preview'; slug: string; images: string }
  | { kind: 'message'; title: string; text: string }

/** Gives an editors' page what it shows, once, by the name in its address. */
export const askEditorView = service<string, EditorView | undefined>('editor-view')
