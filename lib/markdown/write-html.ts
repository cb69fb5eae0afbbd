import type { Root } from 'hast'
import { remark } from 'remark'
import remarkHtml from 'remark-html'
import { ALLOW_LIST } from './allow-list'

/**
 * remark-html sanitises and writes the HTML. It expects a Markdown tree, but ours is already HTML (with ids, sentences and
 * image sizes), so its one handler passes the tree through to the allow-list.
 */
export function writeHtml(tree: Root): string {
  const writer = remark().use(remarkHtml, {
    sanitize: ALLOW_LIST,
    handlers: { root: () => tree.children.filter((node) => node.type !== 'doctype') },
  })
  return writer.stringify({ type: 'root', children: [] }).trim()
}
