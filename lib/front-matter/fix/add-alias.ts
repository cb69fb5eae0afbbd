import { isScalar, isSeq, parseDocument } from 'yaml'
import { findFences } from '../front-matter-fences'

/**
 * An article's text with one more alias and everything else unchanged, including comments, order and quotes. Undefined when
 * the form of the front matter makes that uncertain.
 */
export function withAlias(text: string, alias: string): string | undefined {
  const fences = findFences('', text)
  if (!fences.ok) return undefined
  const start = text.indexOf('\n') + 1
  const end = text.lastIndexOf('\n---', fences.bodyStart - 1) + 1
  const yaml = text.slice(start, end)
  const changed = inYaml(yaml, alias)
  return changed === undefined ? undefined : text.slice(0, start) + changed + text.slice(end)
}

function inYaml(yaml: string, alias: string): string | undefined {
  const doc = parseDocument(yaml, { schema: 'core', logLevel: 'silent' })
  if (doc.errors.length > 0) return undefined
  const node: unknown = doc.get('aliases', true)
  if (node === undefined) return `${yaml}aliases:\n  - ${alias}\n`
  if (isScalar(node) && node.value === null) {
    return yaml.replace(/^aliases:.*$/m, `aliases:\n  - ${alias}`)
  }
  if (!isSeq(node) || !node.range) return undefined
  const [start, end] = node.range
  const written = yaml.slice(start, end)
  if (node.flow) {
    const inside = written.replace(/\s*,?\s*\]$/, '')
    return `${yaml.slice(0, start)}${inside}${inside === '[' ? '' : ', '}${alias}]${yaml.slice(end)}`
  }
  const indent = /[^\n]*$/.exec(yaml.slice(0, start))?.[0] ?? ''
  return /^ *$/.test(indent)
    ? `${yaml.slice(0, end).trimEnd()}\n${indent}- ${alias}\n${yaml.slice(end).replace(/^\n/, '')}`
    : undefined
}
