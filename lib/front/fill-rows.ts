/**
 * How many of `count` items go in each row, of which each fits at most `most`: row lengths differ by one at most, and the
 * longer rows come first. So the last row never leaves empty columns; the items of a shorter row are wider.
 */
export function rowSizes(count: number, most: number): number[] {
  if (count === 0) return []
  const rows = Math.ceil(count / most)
  const short = Math.floor(count / rows)
  const longer = count % rows
  return Array.from({ length: rows }, (_, i) => (i < longer ? short + 1 : short))
}

/** The items themselves, row by row. */
export function fillRows<T>(things: readonly T[], most: number): T[][] {
  let from = 0
  return rowSizes(things.length, most).map((size) => {
    from += size
    return things.slice(from - size, from)
  })
}
