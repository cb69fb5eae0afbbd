import type { ListName } from '@/lib/article/lists'
import {
  aliasTag,
  articleTag,
  FRONT,
  GONE,
  listTag,
  neighbourhoodTag,
  relatedTag,
  summaryTag,
  TAGS,
} from '../cache-tags'
import type { IndexedTexts } from '../follow/index-article'
import { isVisible, type Timing } from '../visibility'

/** What pages may show of an article, before or after a change. */
export type Shown = {
  slug: string
  timing: Timing
  /** The summary as JSON, for comparison. */
  summary: string
  lists: ListName[]
  aliases: string[]
  /** The slug of the story that it is a translation of, its own when it is none. */
  original: string
  /** The lists that hold this story in another language. */
  storyLists: ListName[]
  texts: IndexedTexts
}

/**
 * The cache tags of exactly those pages that a change to one article makes out of date. An article hidden both before and
 * after is in no list; one whose text alone changed leaves the lists as they are, but may change rank wherever pages chose
 * articles by its terms.
 */
export function changedCacheTags(before: Shown | undefined, after: Shown | undefined, now: Date) {
  const was = before !== undefined && isVisible(before.timing, now) ? before : undefined
  const is = after !== undefined && isVisible(after.timing, now) ? after : undefined
  const tags = differingTags(was, is)
  for (const shown of [before, after]) {
    if (shown !== undefined) addOwnTags(tags, shown)
  }
  return tags
}

/** The cache tags of the pages that are out of date because an article fell due or expired between two times. */
export function scheduledCacheTags(shown: Shown, from: Date, to: Date): Set<string> {
  const was = isVisible(shown.timing, from) ? shown : undefined
  const is = isVisible(shown.timing, to) ? shown : undefined
  const tags = differingTags(was, is)
  // The page of a withdrawn article, which no list shows, also appears and expires with time.
  addOwnTags(tags, shown)
  return tags
}

function addOwnTags(tags: Set<string>, shown: Shown): void {
  tags.add(articleTag(shown.slug)).add(relatedTag(shown.slug))
  // Its original and the other translations lead to it.
  tags.add(articleTag(shown.original))
  for (const alias of shown.aliases) tags.add(aliasTag(alias))
}

/** `was` and `is` are undefined when readers didn't, or don't, see the article. */
function differingTags(was: Shown | undefined, is: Shown | undefined): Set<string> {
  const tags = new Set<string>()
  if (was?.summary !== is?.summary || was?.timing.expires !== is?.timing.expires) {
    addLists(tags, was)
    addLists(tags, is)
  }
  if (was !== undefined && is === undefined) tags.add(GONE)
  if (tagNames(was) !== tagNames(is)) tags.add(TAGS)
  for (const term of changedTerms(was?.texts, is?.texts)) tags.add(neighbourhoodTag(term))
  return tags
}

function addLists(tags: Set<string>, shown: Shown | undefined): void {
  if (shown === undefined) return
  tags.add(summaryTag(shown.slug)).add(FRONT)
  // Beside a story, lists name its other languages.
  for (const { kind, slug } of [...shown.lists, ...shown.storyLists]) tags.add(listTag(kind, slug))
}

function tagNames(shown: Shown | undefined): string {
  const names = shown?.lists.filter((list) => list.kind === 'tag').map((list) => list.name)
  return JSON.stringify(names?.sort())
}

/**
 * Every term of an article whose text changed: a page that chose articles by one of them may now rank this one differently.
 */
function changedTerms(was: IndexedTexts | undefined, is: IndexedTexts | undefined): Set<string> {
  const before = joined(was)
  const after = joined(is)
  return before === after ? new Set() : new Set(`${before} ${after}`.split(' ').filter(Boolean))
}

const joined = (texts: IndexedTexts | undefined) =>
  texts === undefined ? '' : `${texts.title} ${texts.labels} ${texts.body}`
