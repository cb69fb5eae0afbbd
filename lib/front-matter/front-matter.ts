import matter from 'gray-matter'
import { findFences } from './front-matter-fences'
import type { Problem } from './problem'
import type { Locate } from './yaml-locate'
import { parseYamlMap, type YamlMap } from './yaml-map'

export type FrontMatter =
  | { ok: true; data: Record<string, unknown>; locate: Locate; body: string; bodyLine: number }
  | { ok: false; problems: Problem[] }

const refuse = (name: string) => () => {
  throw new Error(`Front matter is YAML; ${name} is never run`)
}

/**
 * Splits a file into front matter and body. This is the only caller of gray-matter, and always passes options: without them
 * it caches, answers `{}` for a broken file the second time and shares `data` between callers. All its engines but YAML
 * throw (its own would execute `---js`), and the `yaml` package reads YAML.
 */
export function readFrontMatter(path: string, text: string): FrontMatter {
  const fences = findFences(path, text)
  if (!fences.ok) return { ok: false, problems: [fences.problem] }
  let map: YamlMap = { ok: true, data: {}, locate: () => ({ line: 1, column: 1 }) }
  // Leaves out the body, which gray-matter would copy twice.
  matter(text.slice(0, fences.bodyStart), {
    language: 'yaml',
    delimiters: '---',
    engines: {
      yaml: (yaml: string) => {
        map = parseYamlMap(yaml)
        return {}
      },
      json: refuse('JSON'),
      javascript: refuse('JavaScript'),
      coffee: refuse('CoffeeScript'),
      toml: refuse('TOML'),
    },
  })
  return toFrontMatter(path, map, text.slice(fences.bodyStart), fences.bodyLine)
}

function toFrontMatter(path: string, map: YamlMap, body: string, bodyLine: number): FrontMatter {
  if (map.ok) return { ok: true, data: map.data, locate: map.locate, body, bodyLine }
  const problems = map.faults.map(
    ({ line, column, problem, fix, field = 'front matter' }) =>
      ({
        severity: 'error',
        path,
        line,
        column,
        field,
        problem,
        fix,
      }) satisfies Problem,
  )
  return { ok: false, problems }
}
