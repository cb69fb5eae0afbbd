import type { Marks } from '../html/marks'
import type { Library } from './shortcodes'

/** They print nothing, or what the site prints anyway. */
const SILENT = new Set([
  ...['more', 'nextpage', 'spacer', 'separator', 'post-title', 'post-content', 'post-date'],
  ...['post-author', 'post-featured-image', 'social-links'],
])

export const hasBlocks = (content: string): boolean => /<!-- {1,4}wp:[a-z]/.test(content)

/**
 * The HTML of the block editor. Its comments are only read: one that ends with a slash is a block that the server fills in
 * when it prints the post, and blocks that several posts share are put in.
 */
export function fillBlocks(content: string, library: Library, marks: Marks): string {
  let html = ''
  let done = 0
  for (let start = content.indexOf('<!--'); start !== -1; start = content.indexOf('<!--', done)) {
    const end = content.indexOf('-->', start + 4)
    if (end === -1) break
    html += content.slice(done, start) + filled(content.slice(start + 4, end), library, marks)
    done = end + 3
  }
  return html + content.slice(done)
}

function filled(comment: string, library: Library, marks: Marks): string {
  const block = comment.trim()
  if (!block.startsWith('wp:') || !block.endsWith('/')) return ''
  const [, name = ''] = /^wp:([\w/-]+)/.exec(block) ?? []
  const ref = /"ref"\s*:\s*(\d+)/.exec(block)?.[1]
  const shared = name === 'block' && ref !== undefined ? library.block(ref) : undefined
  if (shared !== undefined) return shared
  const address = /"url"\s*:\s*"(https?:[^"\\<>\s]+)"/.exec(block)?.[1]
  if (name.includes('embed') && address !== undefined) return `<p>${address}</p>`
  return SILENT.has(name) ? '' : marks.add('block', name)
}
