import { decodeText } from './decode-text'
import { readFrontMatter } from './front-matter'
import type { Position } from './position'
import { parseYamlMap } from './yaml-map'

/** The position of a field in a file, either a text's front matter or a YAML file, for problems found after parsing. */
export function fieldPlace(bytes: Uint8Array, keys: readonly PropertyKey[]): Position {
  const decoded = decodeText('', bytes)
  if (!decoded.ok) return { line: 1, column: 1 }
  const { text } = decoded
  const fields = text.startsWith('---') ? readFrontMatter('', text) : parseYamlMap(text)
  return fields.ok ? fields.locate(keys) : { line: 1, column: 1 }
}
