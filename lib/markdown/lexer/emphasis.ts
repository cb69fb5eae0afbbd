/** A run of the marks of emphasis (`*`, `_`) or of what is struck out (`~`). */
export type Run = {
  char: string
  /** Marks that are left of it; those that made something are gone. */
  count: number
  opens: boolean
  closes: boolean
  /** Where it stands in what is written. */
  at: number
}

export type Kind = 'emphasis' | 'strike'

export const kindOf = ({ char }: Run): Kind => (char === '~' ? 'strike' : 'emphasis')

/** The run between two characters, of which a text's beginning and end have none. */
export function runOf(char: string, count: number, before: string, after: string, at: number): Run {
  const [left, right] = [faces(char, before, after), faces(char, after, before)]
  const [inWord, outWord] = [classOf(before) === 'letter', classOf(after) === 'letter']
  if (char !== '_') return { char, count, opens: left, closes: right, at }
  return { char, count, opens: left && !(inWord && right), closes: right && !(outWord && left), at }
}

/** Whether a run belongs to what is on its one side, `near`. */
function faces(char: string, far: string, near: string): boolean {
  const side = classOf(near)
  if (side !== 'mark') return side === 'letter'
  return classOf(far) !== 'letter' || (near === '~' && char !== '~')
}

/** By UTF-16 unit, as the page's parser has it: half of a pair is a letter. */
function classOf(unit: string): 'space' | 'mark' | 'letter' {
  if (unit === '' || /\s/.test(unit)) return 'space'
  return /[\p{P}\p{S}]/u.test(unit) ? 'mark' : 'letter'
}

/**
 * Takes away the marks that make something; what is left of each run is text. Which of the two kinds comes first decides
 * where they cross: inside a pair nothing reaches out of it.
 */
export function pairRuns(runs: readonly Run[], first: Kind): void {
  const second: Kind = first === 'strike' ? 'emphasis' : 'strike'
  const rest = pair(runs, first, (inside) => pair(inside, second, () => undefined))
  pair(rest, second, () => undefined)
}

function pair(runs: readonly Run[], kind: Kind, pairInside: (runs: Run[]) => void): readonly Run[] {
  if (!runs.some((run) => kindOf(run) === kind)) return runs
  const open: Run[] = []
  /** Below these no partner was found for closing runs of one sort: none needs to be sought there again. */
  const floors = new Map<string, number>()
  for (const run of runs) {
    if (kindOf(run) !== kind) {
      open.push(run)
      continue
    }
    while (run.closes && run.count > 0) {
      const sort = kind === 'strike' ? `~${run.count}` : `${run.char}${run.opens}${run.count % 3}`
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

/** Rules 9 and 10 of CommonMark's emphasis; one wave strikes out up to one wave, two up to two. */
function fits(opening: Run, closing: Run): boolean {
  if (closing.char === '~') return opening.count === closing.count
  const isEither = opening.closes || closing.opens
  return !(isEither && closing.count % 3 !== 0 && (opening.count + closing.count) % 3 === 0)
}
