import { attachmentKind } from '@/lib/article/attachment-kind'
import { isImageFile } from '@/lib/article/media-src'
import type { Marks } from '../html/marks'
import type { Placed } from '../html/surroundings'
import type { AddressBook } from './address-book'

/** `from`: the addresses of the text with the link, that which readers knew first. */
type Around = {
  from: readonly string[]
  book: AddressBook
  marks: Marks
  /** A picture or document of the old site, copied. */
  file(address: string): Placed
}

/** Anchors of the old site's comments lead to ours; all others are made of other words here. */
const COMMENTS = /^#(?:comments?|respond|comment-\d+)$/i

/**
 * Where a link of the old text leads now: to the article or page that has its old address, else to its whole old address.
 * Only the words stay of links that would be dead, or that a browser would run.
 */
export function leadsTo(
  href: string,
  { from, book, marks, file }: Around,
): { href?: string; mark?: string } {
  if (COMMENTS.test(href)) return { href: '#comments' }
  if (href.startsWith('#')) return href === '#' ? {} : { mark: marks.add('anchor', href) }
  if (/^(?:mailto|tel):/i.test(href)) return { href }
  if (/^(?!https?:)[a-z][a-z0-9+.-]*:/i.test(href)) return {}
  const found = from.map((each) => book.find(href, each)).find((each) => each !== undefined)
  if (found !== undefined) return { href: found }
  const whole = book.whole(href, from[0] ?? '')
  const target = whole === undefined ? {} : { href: whole }
  const isOwn = book.isOwn(href) || !/^(?:https?:)?\/\//i.test(href)
  if (!isOwn) return target
  const path = href.replace(/[?#].*$/s, '')
  if (isImageFile(path) || attachmentKind(path)) {
    const placed = file(href)
    if ('src' in placed) return { href: mediaAddress(placed.src) }
    // The report names the missing picture already.
    if (isImageFile(path)) return target
  }
  return { ...target, mark: marks.add('dead-link', href) }
}

/** Files beside an article are below /media too. */
const mediaAddress = (src: string) => (src.startsWith('media/') ? `/${src}` : `/media/${src}`)
