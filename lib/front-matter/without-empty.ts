/** An empty one may mean that the article is not for readers: its editor must say. */
const MUST_SAY = new Set(['draft', 'withdrawn'])

/** The fields without those that a CMS saves empty: `description: ""`, `authors: [""]`, `source: { name: "" }`. */
export const withoutEmpty = (fields: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(fields)
      .map(([name, value]) => [name, MUST_SAY.has(name) ? value : filled(value)] as const)
      .filter(([, value]) => value !== undefined),
  )

/** Undefined if there is nothing in it. */
function filled(value: unknown): unknown {
  if (value === null || value === '') return undefined
  if (Array.isArray(value)) {
    // Only the last entries, so that the others keep their places in the file.
    const last = value.findLastIndex((each) => filled(each) !== undefined)
    return last === -1 ? undefined : value.slice(0, last + 1)
  }
  if (typeof value !== 'object') return value
  const rest = Object.entries(value)
    .map(([name, each]) => [name, filled(each)] as const)
    .filter(([, each]) => each !== undefined)
  return rest.length > 0 ? Object.fromEntries(rest) : undefined
}
