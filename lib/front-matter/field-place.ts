import { decodeText } from './decode-text'
import { readFrontMatter } from './front-matter'
import type { Position } from './position'

/** Where a field of the front matter stands in a file, for problems that are found after parsing. */
export function fieldPlace(bytes: Uint8Array, keys: readonly PropertyKey[]): Position {
  const decoded = decodeText('', bytes)
  const front = decoded.ok ? readFrontMatter('', decoded.text) : undefined
  return front?.ok ? front.locate(keys) : { line: 1, column: 1 }
}
