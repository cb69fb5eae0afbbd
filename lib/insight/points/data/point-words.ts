/**
 * What of a language tells which sentences are key points. All are alternatives of regular expressions that match whole
 * words (in Chinese, Japanese and Thai any characters), in small and capital letters alike; `^` is the sentence's beginning.
 */
export type PointWords = {
  /** A headline with one of these asks for reasons, or promises them. */
  asksWhy: string
  /** A sentence with one of these gives a reason. */
  reasons: string
  /** Begin a further reason, which a headline that asks for reasons lets stand alone. */
  furtherReasons: string
  /** What an editorial demands. */
  demands: string
  /** The writer or speaker. */
  firstPerson: string
  /** Begin a sentence that needs the one before it. */
  leans: string
  /** What surrounds an article: invitations, notices of agencies, what points at the page. */
  furniture: string
}
