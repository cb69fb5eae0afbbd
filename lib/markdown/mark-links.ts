import type { Root } from 'hast'
import { slugFromPath } from '@/lib/article/slug'
import { articlePath } from '@/lib/site/routes'
import { elementsOf, textOf } from './hast-walk'

/**
 * Makes links to another file of the folder (`[…](nato.md)`, as editors and GitHub write them) lead to its article, and
 * keeps `window.opener` from other sites.
 */
export function addLinks(tree: Root, sponsored = false): void {
  for (const link of elementsOf(tree)) {
    const { tagName, properties } = link
    if (tagName !== 'a' || typeof properties.href !== 'string') continue
    if (/^https?:/i.test(properties.href)) {
      properties.rel = sponsored ? ['noopener', 'sponsored'] : ['noopener']
      // An address is the same in every language, and need not appear twice in print.
      if (/^(?:https?:|www\.)/i.test(textOf(link))) properties.translate = 'no'
    } else properties.href = siteHref(properties.href)
  }
}

/** `../2025/nato.md#h-why` → `/articles/nato#h-why`; everything else stays as it is. */
export function siteHref(href: string): string {
  const file = /^(?![a-z][a-z0-9+.-]*:|\/)([^?#]*\.md)(#.*)?$/i.exec(href)
  return file ? `${articlePath(slugFromPath(decode(file[1] ?? '')))}${file[2] ?? ''}` : href
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
