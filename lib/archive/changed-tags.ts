import type { ListName } from './index-article'
import {
  aliasTag,
  articleTag,
  FRONT,
  listTag,
  neighbourhoodTag,
  relatedTag,
  summaryTag,
  TAGS,
} from './tags'
import { vectorTerms } from './term-vector'
import { isVisible, type Timing } from './visibility'

/** What pages may show of an article, before or after a change. */
export type Shown = {
  slug: string
  timing: Timing
  /** The summary in its stored form, to be compared. */
  summary: string
  lists: ListName[]
  aliases: string[]
  vector: Uint8Array
}

/**
 * The tags of exactly those pages that a change of one article makes wrong. An article that readers see neither
 * before nor after stands in no list; one whose text alone changed leaves the lists as they are, but may move
 * up or down in whatever was chosen by its terms.
 */
export function changedTags(before: Shown | undefined, after: Shown | undefined, now: Date) {
  const tags = new Set<string>()
  for (const shown of [before, after]) {
    if (shown === undefined) continue
    tags.add(articleTag(shown.slug)).add(relatedTag(shown.slug))
    for (const alias of shown.aliases) tags.add(aliasTag(alias))
  }
  const was = before !== undefined && isVisible(before.timing, now) ? before : undefined
  const is = after !== undefined && isVisible(after.timing, now) ? after : undefined
  if (was?.summary !== is?.summary || was?.timing.expires !== is?.timing.expires) {
    addLists(tags, was)
    addLists(tags, is)
  }
  if (tagNames(was) !== tagNames(is)) tags.add(TAGS)
  if (!sameBytes(was?.vector, is?.vector)) {
    for (const term of was ? vectorTerms(was.vector) : []) tags.add(neighbourhoodTag(term))
    for (const term of is ? vectorTerms(is.vector) : []) tags.add(neighbourhoodTag(term))
  }
  return tags
}

function addLists(tags: Set<string>, shown: Shown | undefined): void {
  if (shown === undefined) return
  tags.add(summaryTag(shown.slug)).add(FRONT)
  for (const { kind, slug } of shown.lists) tags.add(listTag(kind, slug))
}

function tagNames(shown: Shown | undefined): string {
  const names = shown?.lists.filter((list) => list.kind === 'tag').map((list) => list.name)
  return JSON.stringify(names?.sort())
}

const NONE = new Uint8Array()

function sameBytes(a: Uint8Array = NONE, b: Uint8Array = NONE): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at])
}
