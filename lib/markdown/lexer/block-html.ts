import { withoutHidden } from '../hidden-html'
import type { Block } from './block-lexer'
import type { Container } from './containers'

/** The words of a block, with an `Inline` that writes HTML. */
export type Written = { text: string; caption?: string }

/** The HTML of blocks, exact only in which words are in which element. */
export function blocksHtml(blocks: readonly Block[], write: (block: Block) => Written): string {
  const parts: string[] = []
  let open: readonly Container[] = []
  const moveTo = (next: readonly Container[]) => {
    const differs = open.findIndex((container, index) => container !== next[index])
    const shared = differs === -1 ? open.length : differs
    parts.push(...open.slice(shared).reverse().map(closing), ...next.slice(shared).map(opening))
    open = next
  }
  for (const block of blocks) {
    moveTo(around(block.container))
    parts.push(blockHtml(block, write))
  }
  moveTo([])
  return parts.join('\n')
}

function around(container: Container | undefined): Container[] {
  return container ? [...around(container.parent), container] : []
}

/** Each item becomes a list, which changes none of the words. */
const opening = ({ kind }: Container) =>
  ({ quote: '<blockquote>', item: '<ul><li>', note: '' })[kind]
const closing = ({ kind }: Container) =>
  ({ quote: '</blockquote>', item: '</li></ul>', note: '' })[kind]

function blockHtml(block: Block, write: (block: Block) => Written): string {
  if (block.kind === 'gap') return '<hr>'
  if (block.kind === 'html') return withoutHidden(block.lines.join('\n'))
  const { text, caption } = write(block)
  if (block.kind === 'heading') return `<h2>${text}</h2>`
  if (block.kind === 'code') return `<pre>${text}</pre>`
  if (block.kind === 'table') return `<table><tr><td>${text}</td></tr></table>`
  if (isTight(block)) return text
  return caption === undefined ? `<p>${text}</p>` : `<figure>${caption}</figure>`
}

/** The words of an item in a tight list don't make a paragraph. */
export const isTight = ({ container }: Block) =>
  container?.kind === 'item' && !container.list.isLoose
