import type { Root } from 'hast'
import { attachmentKind } from '@/lib/article/attachment-kind'
import { isRemote } from '@/lib/article/media-src'
import type { Paper } from '@/lib/words/words'
import { element, elementsOf } from './hast-walk'

export type AttachmentContext = {
  /** A file that readers can save, by its path as the editor wrote it; undefined when it doesn't exist. */
  attachment?(src: string): { url: string; label: string; bytes: number } | undefined
}

/**
 * Makes links to files lead to where readers get them, and adds their kind and size: "(PDF, 1.2 MB)". Runs after the
 * sentences are marked: the addition is part of none of them, for the lexer knows no files.
 */
export function addAttachments(tree: Root, { attachment }: AttachmentContext, paper: Paper): void {
  if (attachment === undefined) return
  for (const link of elementsOf(tree)) {
    const href = link.tagName === 'a' ? decode(String(link.properties.href ?? '')) : ''
    if (href === '' || isRemote(href) || !attachmentKind(href)) continue
    const file = attachment(href)
    if (file === undefined) continue
    link.properties.href = file.url
    const value = ` (${file.label}, ${writtenSize(file.bytes, paper.lang)})`
    link.children.push(element('small', {}, [{ type: 'text', value }]))
  }
}

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const

/** `1.2 MB`, in powers of 1,000 as file managers and CLDR count. */
export function writtenSize(bytes: number, lang: string): string {
  const power = Math.min(UNITS.length - 1, bytes < 1000 ? 0 : Math.floor(Math.log10(bytes) / 3))
  const value = bytes / 1000 ** power
  return new Intl.NumberFormat(lang, {
    style: 'unit',
    unit: UNITS[power] ?? 'byte',
    unitDisplay: power === 0 ? 'long' : 'short',
    maximumFractionDigits: value < 10 && power > 0 ? 1 : 0,
  }).format(value)
}

function decode(href: string): string {
  try {
    return decodeURIComponent(href)
  } catch {
    return href
  }
}
