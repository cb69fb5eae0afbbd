/** The only reader of the clock: everything else takes `now` as an argument. */
export function now(): Date {
  return new Date()
}
