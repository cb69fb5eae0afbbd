/**
 * The same string with characters of its own. A word cut out of a text may be no more than a window on it, and one
 * that is kept then keeps the whole text in memory.
 */
export const detachString = (word: string): string => ` ${word}`.slice(1)
