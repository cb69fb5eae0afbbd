/** Crockford's alphabet: no letter looks like a digit, and ids sort by their value. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'
/** 45 bits of milliseconds, good until the year 3084. */
const TIME_CHARACTERS = 9
/** 40 random bits tell apart comments of the same millisecond, on any number of servers. */
export const ID_RANDOM_BYTES = 8

const ID = /^[0-9a-hjkmnp-tv-z]{17}$/

/**
 * An id that sorts by time, so that ids alone put comments in order. No database assigns it, so it survives export and
 * import unchanged.
 */
export function commentId(created: Date, random: Uint8Array): string {
  let time = created.getTime()
  let id = ''
  for (let i = 0; i < TIME_CHARACTERS; i++) {
    id = ALPHABET.charAt(time % 32) + id
    time = Math.floor(time / 32)
  }
  for (const byte of random.subarray(0, ID_RANDOM_BYTES)) id += ALPHABET.charAt(byte % 32)
  return id
}

export const isCommentId = (value: string): boolean => ID.test(value)
