/** A range of a body and the text that replaces it. */
export type Change = { start: number; end: number; text: string }

/** The body with its changes; a change inside another is dropped. */
export function writeChanges(body: string, changes: readonly Change[]): string {
  let result = ''
  let from = 0
  for (const { start, end, text } of [...changes].sort((a, b) => a.start - b.start)) {
    if (start < from) continue
    result += body.slice(from, start) + text
    from = end
  }
  return result + body.slice(from)
}
