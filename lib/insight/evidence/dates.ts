/** Names of months, as a part of a regular expression. */
export const MONTH =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\b\\.?'

export const YEAR = '(?:1[5-9]|20)\\d\\d'
