import * as z from 'zod'
import { listAddress } from '@/lib/article/lists'
import { slugFromPath } from '@/lib/article/slug'
import { closestName } from '@/lib/check/closest-name'
import {
  anchorsTarget,
  articleTarget,
  guessTarget,
  meantTarget,
  type NamedKind,
  pageTarget,
} from '@/lib/check/known'
import { fileKind } from '@/lib/content/file-kind'
import { recheckLeadingTo } from './checked-texts'
import type { Statements } from './statements'
import { recheckTags } from './write/signed-tags'
import type { StoredArticle } from './write/store-article'

type Shown = Pick<StoredArticle, 'aliases' | 'lists'> | undefined

/** Whether the file itself appeared or vanished, and what readers see of its article before and after. */
export type FileChange = { comesOrGoes: boolean; before?: Shown; after?: Shown }

/**
 * Marks texts to be checked again: those that link to what changed with this file, and those that link to a similar name.
 */
export function recheckAround(rows: Statements, path: string, change: FileChange): void {
  const { comesOrGoes, before, after } = change
  const kind = fileKind(path)
  const slug = slugFromPath(path)
  if (kind === 'article') {
    const lists = difference(before?.lists.map(listAddress), after?.lists.map(listAddress))
    recheckLeadingTo(rows, [anchorsTarget(slug), ...difference(before?.aliases, after?.aliases)])
    for (const list of lists) recheckName(rows, 'list', list, list)
    const tags = lists.flatMap((list) => (list.startsWith('/tags/') ? [list.slice(6)] : []))
    recheckTags(rows, tags)
    if (comesOrGoes) recheckName(rows, 'article', slug, articleTarget(slug))
  } else if (kind === 'page') {
    if (comesOrGoes) recheckName(rows, 'page', slug, pageTarget(slug))
  } else {
    const file = path.normalize('NFC')
    if (comesOrGoes && kind === 'media') recheckName(rows, 'image', file, file)
    else recheckLeadingTo(rows, [file])
  }
}

const leading = z.object({ target: z.string() })
const GUESSES = 'SELECT DISTINCT target FROM targets WHERE target >= :from AND target < :to'

function recheckName(rows: Statements, kind: NamedKind, name: string, target: string): void {
  const from = guessTarget(kind, '')
  // A space ends the kind; an exclamation mark is the next character after it.
  const guesses = rows.all(leading, GUESSES, { from, to: from.replace(/ $/, '!') })
  const alike = guesses.filter((guess) =>
    closestName(kind, guess.target.slice(from.length), new Set([name])),
  )
  const targets = [target, meantTarget(kind, name), ...alike.map((guess) => guess.target)]
  recheckLeadingTo(rows, targets)
}

function difference(before: readonly string[] = [], after: readonly string[] = []): string[] {
  return [
    ...before.filter((each) => !after.includes(each)),
    ...after.filter((each) => !before.includes(each)),
  ]
}
