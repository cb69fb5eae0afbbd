/**
 * Counts the array elements that are copied or moved while `work` runs: parsers whose time grows with the square of a body
 * do this too often. Unlike time, the count is the same on every machine.
 */
export function countCopies(work: () => void): number {
  let copied = 0
  const { push, slice, splice } = Array.prototype
  Array.prototype.push = function (this: unknown[], ...items) {
    copied += items.length
    return push.apply(this, items)
  }
  Array.prototype.slice = function (this: unknown[], ...range) {
    const result = slice.apply(this, range)
    copied += result.length
    return result
  }
  Array.prototype.splice = function (this: unknown[], start: number, ...rest: unknown[]) {
    const moved = start < 0 ? -start : Math.max(0, this.length - start)
    copied += moved + rest.length
    return Reflect.apply(splice, this, [start, ...rest])
  }
  try {
    work()
  } finally {
    Object.assign(Array.prototype, { push, slice, splice })
  }
  return copied
}
