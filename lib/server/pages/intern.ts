/** Tags of ten thousand pages; what doesn't come up again within that many is kept twice, no more. */
const MAX_COPIES = 20_000
const copies = new Map<string, string>()

/** The same text as one string however often it was made: kept pages have most of their tags and policies in common. */
export function intern(text: string): string {
  const known = copies.get(text)
  if (known !== undefined) return known
  if (copies.size >= MAX_COPIES) copies.clear()
  copies.set(text, text)
  return text
}
