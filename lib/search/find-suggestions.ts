import type { Archive } from '@/lib/archive/open'
import { findHeadlines, findNamedLists } from '@/lib/archive/read/suggestions'
import { words } from '@/lib/language/words'
import { articlePath, listPath } from '@/lib/site/routes'

export type Suggestion = {
  kind: 'tag' | 'source' | 'author' | 'section' | 'article'
  text: string
  path: string
}

/** As many as fit below a search box on a phone. */
const MAX_LISTS = 4
const MAX_SUGGESTIONS = 8
/** More words than these narrow nothing further. */
const MAX_WORDS = 6
/** What somebody types into a search box; the rest of a pasted text suggests nothing. */
const MAX_LENGTH = 100

/** Names and headlines that have the words typed so far, the last of them as a beginning. */
export function findSuggestions(text: string, now: Date, archive?: Archive): Suggestion[] {
  const typed = words(text.slice(0, MAX_LENGTH)).slice(0, MAX_WORDS)
  const lists = findNamedLists(typed, { limit: MAX_LISTS, now }, archive)
  const left = MAX_SUGGESTIONS - lists.length
  return [
    ...lists.map(({ kind, slug, name }) => ({ kind, text: name, path: listPath(kind, slug) })),
    ...findHeadlines(typed, { limit: left, now }, archive).map(({ slug, title }) => ({
      kind: 'article' as const,
      text: title,
      path: articlePath(slug),
    })),
  ]
}
