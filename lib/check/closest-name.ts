import { closestWord } from '@/lib/language/edit-distance'
import type { NamedKind } from './known'

/** The one of `names` that was probably meant by a name that doesn't exist. */
export function closestName(
  kind: NamedKind,
  name: string,
  names: ReadonlySet<string>,
): string | undefined {
  return kind === 'image' ? closestImage(name, names) : closestWord(name, names)
}

/** Compares file names alone: folders are long, and would make any two names in the same folder look alike. */
function closestImage(path: string, paths: ReadonlySet<string>): string | undefined {
  const nameOf = (each: string) => each.slice(each.lastIndexOf('/') + 1)
  const byName = new Map([...paths].sort().map((each) => [nameOf(each), each]))
  const name = nameOf(path)
  return byName.get(byName.has(name) ? name : (closestWord(name, byName.keys()) ?? ''))
}
