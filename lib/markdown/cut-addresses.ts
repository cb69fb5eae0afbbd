import type { Link, Nodes } from 'mdast'
import { endsAddress } from './address-edge'

/** Marks after an address that belong to the sentence. */
const TRAIL = /[!"'&),.:;<>?\]}]*$/

/**
 * GFM looks for addresses again in the finished tree, where brackets had kept them from being links; these links, which
 * have no position in the source, must end by the same rule.
 */
export function cutAddresses(node: Nodes): void {
  if (!('children' in node)) return
  for (let index = 0; index < node.children.length; index += 1) {
    const child = node.children[index]
    if (child?.type === 'link' && child.position === undefined) {
      const rest = cut(child)
      if (rest !== '') node.children.splice(index + 1, 0, { type: 'text', value: rest })
    } else if (child) cutAddresses(child)
  }
}

/** Returns what doesn't belong to a link's address. */
function cut(link: Link): string {
  const [shown] = link.children
  if (shown?.type !== 'text') return ''
  const { value } = shown
  let end = 0
  const before = () => value.slice(0, end)
  while (end < value.length && !endsAddress(value.charCodeAt(end), before)) end += 1
  if (end === value.length) return ''
  const address = value.slice(0, end).replace(TRAIL, '')
  shown.value = address
  link.url = link.url.slice(0, link.url.length - value.length) + address
  return value.slice(address.length)
}
