import type { Marks } from './marks'

/** A picture that was copied, or why there is none. */
export type Placed = { src: string } | { missing: string }

/** What a text's conversion asks of the rest of the import. */
export type Surroundings = {
  marks: Marks
  /** What became of a picture at this address as the old text wrote it. */
  picture(address: string): Placed
  /** Where a link leads now; without `href` only its words stay. `mark` is what the report says of it. */
  link(href: string): { href?: string; mark?: string }
}
