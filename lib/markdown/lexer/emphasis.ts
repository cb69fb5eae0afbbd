import {
  classifyCharacter,
  isCjk,
  isIvs,
  isSpaceOrPunctuation,
  isUnicodeWhitespace,
} from 'micromark-extension-cjk-friendly-util'

/** A run of emphasis (`*`, `_`) or strikethrough (`~`) marks. */
export type Run = {
  char: string
  /** Marks not used yet; those that made an element are subtracted. */
  count: number
  opens: boolean
  closes: boolean
  /** Its place in the output. */
  at: number
}

export type Kind = 'emphasis' | 'strike'

export const kindOf = ({ char }: Run): Kind => (char === '~' ? 'strike' : 'emphasis')

type Side = 'space' | 'mark' | 'letter' | 'cjk letter' | 'cjk mark'

/** The run between two places of a text. */
export function runOf(source: string, start: number, end: number, at: number): Run {
  const char = source.charAt(start)
  const [before, after] = [sideBefore(source, start), sideOf(source.codePointAt(end))]
  const opens = faces(after, before, char !== '~' && source.charAt(end) === '~')
  const closes = faces(before, after, char !== '~' && source.charAt(start - 1) === '~')
  const run = { char, count: end - start, opens, closes, at }
  if (char !== '_') return run
  const [inWord, outWord] = [before.endsWith('letter'), after.endsWith('letter')]
  return { ...run, opens: opens && !(inWord && closes), closes: closes && !(outWord && opens) }
}

/**
 * Whether a run belongs to the text on one side, `near`. Chinese, Japanese and Korean punctuation counts as letters here.
 */
function faces(near: Side, far: Side, isOtherKind: boolean): boolean {
  return near === 'mark' ? far !== 'letter' || isOtherKind : near !== 'space'
}

/** A variation selector is part of the character before it. */
const SELECTOR = /[\uFE00-\uFE0E]/
const AMBIGUOUS_QUOTE = /[‘’“”]/

function sideBefore(source: string, at: number): Side {
  const last = source.charAt(at - 1)
  if (!SELECTOR.test(last)) return sideOf(codePointBefore(source, at))
  const main = codePointBefore(source, at - 1)
  if (main === undefined || /\s/.test(source.charAt(at - 2))) return 'letter'
  if (last === '\uFE01' && AMBIGUOUS_QUOTE.test(String.fromCodePoint(main))) return 'cjk mark'
  return sideOf(main)
}

function codePointBefore(source: string, at: number): number | undefined {
  const pair = at > 1 ? source.codePointAt(at - 2) : undefined
  return pair !== undefined && pair > 0xffff ? pair : source.codePointAt(at - 1)
}

/** By the classes of the page's own parser; the end of the text counts as a space. */
function sideOf(codePoint: number | undefined): Side {
  const kind = classifyCharacter(codePoint ?? null)
  if (isUnicodeWhitespace(kind)) return 'space'
  const isMark = isSpaceOrPunctuation(kind)
  if (isCjk(kind) || isIvs(kind)) return isMark ? 'cjk mark' : 'cjk letter'
  return isMark ? 'mark' : 'letter'
}

/**
 * Removes marks that make elements; what is left of each run is text. Where the two kinds cross, the first kind wins:
 * nothing inside a pair reaches out of it.
 */
export function pairRuns(runs: readonly Run[], first: Kind): void {
  const second: Kind = first === 'strike' ? 'emphasis' : 'strike'
  const rest = pair(runs, first, (inside) => pair(inside, second, () => undefined))
  pair(rest, second, () => undefined)
}

function pair(runs: readonly Run[], kind: Kind, pairInside: (runs: Run[]) => void): readonly Run[] {
  if (!runs.some((run) => kindOf(run) === kind)) return runs
  const open: Run[] = []
  /** For each sort of closing run, the index below which there is no partner and no need to look again. */
  const floors = new Map<string, number>()
  for (const run of runs) {
    if (kindOf(run) !== kind) {
      open.push(run)
      continue
    }
    while (run.closes && run.count > 0) {
      const sort = kind === 'strike' ? '~' : `${run.char}${run.opens}${run.count % 3}`
      const index = partnerOf(run, open, floors.get(sort) ?? 0)
      const partner = open[index]
      if (!partner) {
        floors.set(sort, open.length)
        break
      }
      pairInside(open.splice(index + 1))
      const used = kind === 'strike' ? run.count : Math.min(run.count, partner.count, 2)
      run.count -= used
      partner.count -= used
      if (partner.count === 0) open.pop()
      for (const [each, floor] of floors) if (floor > open.length) floors.set(each, open.length)
    }
    if (run.opens && run.count > 0) open.push(run)
  }
  return open
}

function partnerOf(closing: Run, open: readonly Run[], floor: number): number {
  for (let index = open.length - 1; index >= floor; index -= 1) {
    const run = open[index]
    if (run?.opens && run.char === closing.char && fits(run, closing)) return index
  }
  return -1
}

/** Rules 9 and 10 of CommonMark's emphasis. */
function fits(opening: Run, closing: Run): boolean {
  if (closing.char === '~') return true
  const isEither = opening.closes || closing.opens
  return !(isEither && closing.count % 3 !== 0 && (opening.count + closing.count) % 3 === 0)
}
