import type { RemarkKind } from '../remark-kind'

/** Private characters that no text contains once `withoutMarks` has read it. */
const [OPEN, CLOSE] = ['\ue0f0', '\ue0f1']
const ANY_MARK = /[\ue0f0-\ue0ff]/g
const MARK = /\ue0f0(\d+)\ue0f1/g
const LONE_LINE = /^[ \t>]*(?:\ue0f0\d+\ue0f1[ \t]*)+$/

export type Remark = { kind: RemarkKind; detail: string; line: number }

/** Text of an export can't contain marks of its own. */
export const withoutMarks = (text: string): string => text.replace(ANY_MARK, '')

/**
 * Remembers where in a text something is to be told: `add` gives characters that travel with the text through every
 * conversion, and `take` removes them and says on which lines they ended up.
 */
export class Marks {
  readonly #told: { kind: RemarkKind; detail: string }[] = []

  add(kind: RemarkKind, detail: string): string {
    const at = this.#told.push({ kind, detail }) - 1
    return `${OPEN}${at}${CLOSE}`
  }

  /** The text without marks, and the remarks with their lines, counted from 1. */
  take(text: string): { text: string; remarks: Remark[] } {
    const remarks: Remark[] = []
    const kept: string[] = []
    let isAfterMark = false
    for (const line of text.split('\n')) {
      for (const [, index] of line.matchAll(MARK)) {
        const told = this.#told[Number(index)]
        if (told) remarks.push({ ...told, line: kept.length + 1 })
      }
      const isRepeated = isAfterMark && line === '' && kept.at(-1) === ''
      isAfterMark = LONE_LINE.test(line)
      if (!isAfterMark && !isRepeated) kept.push(line.replace(MARK, ''))
    }
    return { text: kept.join('\n'), remarks }
  }
}
