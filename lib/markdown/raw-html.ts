import { allowsAttribute, allowsElement, isOpaque } from './allow-list'

export type RawTag = { index: number; name: string; attributes: Map<string, string> }

/** Outside quotes no attribute contains the start of another tag, so a tag without an end stops there. */
const TAG =
  /<([a-z][a-z0-9-]*)((?:\s+[^\s=<>"'/]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>]+))?)*)\s*\/?>/gi
const ATTRIBUTE = /([^\s=>"'/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g

/** The opening tags of a piece of raw HTML, for messages to editors; the allow-list alone decides what is safe. */
export function rawTags(html: string): RawTag[] {
  const visible = html.replace(/<!--[\s\S]*?(?:-->|$)/g, (comment) =>
    comment.replace(/[^\n]/g, ' '),
  )
  const lowered = visible.toLowerCase()
  const tags: RawTag[] = []
  let hiddenUntil = 0
  for (const found of visible.matchAll(TAG)) {
    if (found.index < hiddenUntil) continue
    const name = (found[1] ?? '').toLowerCase()
    const attributes = new Map<string, string>()
    for (const [, key = '', a, b, c] of (found[2] ?? '').matchAll(ATTRIBUTE)) {
      attributes.set(key.toLowerCase(), a ?? b ?? c ?? '')
    }
    tags.push({ index: found.index, name, attributes })
    if (isOpaque(name)) {
      const end = lowered.indexOf(`</${name}`, found.index)
      hiddenUntil = end === -1 ? visible.length : end
    }
  }
  return tags
}

/** What the allow-list removes from a tag, or undefined. An h1 is kept: it becomes an h2. */
export function droppedFrom(tag: RawTag): string | undefined {
  const { name, attributes } = tag
  if (name === 'input' || (!allowsElement(name) && name !== 'h1')) return `<${name}> is not kept`
  const dropped = [...attributes.keys()].filter((key) => !keepsAttribute(tag, key))
  return dropped.length === 0 ? undefined : `<${name}> loses ${dropped.join(', ')}`
}

const keepsAttribute = ({ name }: RawTag, key: string) => key !== 'id' && allowsAttribute(name, key)

/** An opening tag with only the attributes that the page keeps. */
export function withKeptAttributes(html: string): string {
  const tag = rawTags(html).find(({ index }) => index === 0)
  const name = /^<([a-z][^\s/>]*)/i.exec(html)?.[1] ?? ''
  const end = html.endsWith('/>') ? ' />' : '>'
  if (!tag) return `<${name}${end}`
  const kept = [...tag.attributes].filter(([key]) => keepsAttribute(tag, key))
  if (kept.length === tag.attributes.size) return html
  const written = kept.map(([key, value]) => ` ${key}="${value.replaceAll('"', '&quot;')}"`)
  return `<${name}${written.join('')}${end}`
}
