/** As long as the form's; nobody reads a longer one, and the page would have to repeat it. */
const LONGEST_QUESTION = 500

/** Control characters, halves of characters and marks that turn the direction of text: a page that held them would be broken. */
const UNFIT = /[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu

/** A question from an address as a page may repeat it and articles are asked it. */
export const questionText = (written: string): string =>
  written.slice(0, LONGEST_QUESTION).replace(UNFIT, ' ').trim()
