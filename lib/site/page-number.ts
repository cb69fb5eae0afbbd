/** A page number as addresses write it: `2`, never `02`, `2.0` or `1e3`. Undefined for anything else. */
export function parsePageNumber(text: string | string[] | undefined): number | undefined {
  if (text === undefined) return 1
  return typeof text === 'string' && /^[1-9]\d{0,5}$/.test(text) ? Number(text) : undefined
}
