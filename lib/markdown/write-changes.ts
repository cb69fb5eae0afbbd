/** A part of a body that is to be written in another way. */
export type Change = { start: number; end: number; text: string }

/** The body with its changes; one inside another has gone with that. */
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
