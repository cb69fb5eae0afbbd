import { createHash } from 'node:crypto'
import { commentId, ID_RANDOM_BYTES } from '../comment-id'
import { NAME_MAX_GRAPHEMES } from '../validate-comment'
import { commentText } from './comment-text'
import type { Exported } from './transfer'

/** A comment of another system: without e-mail, network address and web address of its writer. */
export type ForeignComment = {
  /** The same in each export of the same site. */
  id: string
  parent: string | undefined
  /** Addresses of the article that it is about. */
  addresses: string[]
  name: string
  html: string
  created: Date
  byEditor: boolean
  /** `lost`: spam, a notice of another site's link, or deleted. */
  state: 'approved' | 'pending' | 'lost'
}

export type Converted = {
  comments: Exported[]
  leftOut: number
  /** Comments on articles that aren't here, by the article's old address. */
  homeless: Map<string, number>
}

/** Commenters who gave no name were shown under this one. */
const NAMELESS = 'Anonymous'

/**
 * Another system's comments as ours, each after the one that it answers. Ids are made of the old ones, so that a second
 * import changes nothing. What was left out stays as a tombstone where a comment answers it.
 */
export function convertComments(
  given: readonly ForeignComment[],
  slugOf: (addresses: readonly string[]) => string | undefined,
): Converted {
  const known = withoutCircles(given)
  const homeless = new Map<string, number>()
  const kept = new Map<string, Exported>()
  let leftOut = 0
  for (const comment of known.values()) {
    const text = comment.state === 'lost' ? '' : commentText(comment.html)
    if (text === '') leftOut++
    else {
      const article = slugOf(comment.addresses)
      const [address = ''] = comment.addresses
      if (article === undefined) homeless.set(address, (homeless.get(address) ?? 0) + 1)
      else keep(comment, { article, text, known, kept })
    }
  }
  return { comments: inOrder(kept), leftOut, homeless }
}

/** By id. In a damaged export comments may answer each other in a circle: one of them then answers nothing. */
function withoutCircles(given: readonly ForeignComment[]): Map<string, ForeignComment> {
  const known = new Map(given.map((comment) => [comment.id, comment]))
  for (const comment of known.values()) {
    const { parent } = ancestors(comment, known).at(-1) ?? comment
    if (known.has(parent ?? '')) known.set(comment.id, { ...comment, parent: undefined })
  }
  return known
}

type Keeping = {
  article: string
  text: string
  known: ReadonlyMap<string, ForeignComment>
  kept: Map<string, Exported>
}

function keep(comment: ForeignComment, { article, text, known, kept }: Keeping): void {
  const above = ancestors(comment, known)
  const root = idOf(above.at(-1) ?? comment)
  const made = (
    of: ForeignComment,
    rest: Pick<Exported, 'state' | 'name' | 'text' | 'byEditor'>,
  ) => {
    const parent = known.get(of.parent ?? '')
    const created = of.created.toISOString()
    return {
      id: idOf(of),
      article,
      ...(parent && { parent: idOf(parent) }),
      root,
      heldFor: [],
      created,
      ...rest,
    }
  }
  const { byEditor } = comment
  const state = comment.state === 'approved' ? 'approved' : 'pending'
  kept.set(comment.id, made(comment, { state, name: nameOf(comment.name), text, byEditor }))
  for (const each of above)
    if (!kept.has(each.id))
      kept.set(each.id, made(each, { state: 'deleted', name: '', text: '', byEditor: false }))
}

/** What a comment answers, the nearest first; it ends where a circle begins. */
function ancestors(comment: ForeignComment, known: Keeping['known']): ForeignComment[] {
  const above: ForeignComment[] = []
  const seen = new Set([comment.id])
  for (
    let at = known.get(comment.parent ?? '');
    at && !seen.has(at.id);
    at = known.get(at.parent ?? '')
  ) {
    seen.add(at.id)
    above.push(at)
  }
  return above
}

const idOf = ({ id, created }: ForeignComment) =>
  commentId(created, createHash('sha256').update(id).digest().subarray(0, ID_RANDOM_BYTES))

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

function nameOf(name: string): string {
  const letters = [...graphemes.segment(name)].slice(0, NAME_MAX_GRAPHEMES)
  return (
    letters
      .map(({ segment }) => segment)
      .join('')
      .trim() || NAMELESS
  )
}

/** A comment comes after what it answers, whatever their times are. */
function inOrder(kept: ReadonlyMap<string, Exported>): Exported[] {
  const byId = new Map([...kept.values()].map((comment) => [comment.id, comment]))
  const depthOf = (comment: Exported): number => {
    let depth = 0
    for (let at = byId.get(comment.parent ?? ''); at; at = byId.get(at.parent ?? '')) depth++
    return depth
  }
  return [...byId.values()]
    .map((comment) => ({ comment, depth: depthOf(comment) }))
    .sort((a, b) => a.depth - b.depth || (a.comment.id < b.comment.id ? -1 : 1))
    .map(({ comment }) => comment)
}
