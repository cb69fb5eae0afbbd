/**
 * How many of `count` things stand in each row, where at most `most` fit: rows differ by one at most, and the longer come
 * first. So the last row is never a leftover beside empty columns; a row of fewer is set wider.
 */
export function rowSizes(count: number, most: number): number[] {
  if (count === 0) return []
  const rows = Math.ceil(count / most)
  const short = Math.floor(count / rows)
  const longer = count % rows
  return Array.from({ length: rows }, (_, i) => (i < longer ? short + 1 : short))
}

/** The things themselves, row by row. */
export function fillRows<T>(things: readonly T[], most: number): T[][] {
  let from = 0
  return rowSizes(things.length, most).map((size) => {
    from += size
    return things.slice(from - size, from)
  })
}
