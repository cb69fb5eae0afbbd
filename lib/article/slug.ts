import { RESERVED_SLUGS } from '@/lib/site/route-table'

/**
 * The address form of a name: lower case, Unicode form NFC, with one hyphen for each run of characters that aren't letters,
 * marks or numbers. Unicode is kept (`/tags/日米関係` reads better than a transliteration). May be empty.
 */
export function slugify(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
}

/**
 * File systems may ignore differences of case and Unicode form, and readers do: names that differ only in these have one
 * address.
 */
export const addressKey = (address: string) =>
  address.normalize('NFKC').toLowerCase().normalize('NFC')

/** A file's name without its folder and without `.md`, in Unicode form NFC: a git checkout on macOS may have it in NFD. */
export function slugFromPath(path: string): string {
  return path
    .slice(path.lastIndexOf('/') + 1)
    .replace(/\.md$/, '')
    .normalize('NFC')
}

/**
 * Windows can't check out a file of this name, whatever its extension:
 * https://learn.microsoft.com/windows/win32/fileio/naming-a-file
 */
const WINDOWS_DEVICE = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i

/**
 * Letters and numbers of any script, joined by `-`, `_` or single dots: nothing with a special meaning in a URL, a path or
 * a shell.
 */
const SLUG_FORM = /^[\p{L}\p{N}_][\p{L}\p{M}\p{N}_-]*(?:\.[\p{L}\p{M}\p{N}_-]+)*$/u

/** Endings that the site uses itself: `/articles/<slug>.md` is the Markdown of an article. */
const TAKEN_ENDING = /\.(?:md|html?|json|xml|txt)$/i

/** Room for `.md` in a file name of 255 bytes, the limit of common file systems. */
const MAX_SLUG_BYTES = 240

export type SlugFault = { problem: string; fix: string }

/** Why `slug` can't be the address of an article or a page, or undefined. */
export function slugFault(slug: string): SlugFault | undefined {
  if (slug === '') return fault('is empty', slug)
  const shown = JSON.stringify(slug)
  if (WINDOWS_DEVICE.test(slug)) {
    return fault(`${shown} is the name of a device on Windows, where git can't check it out`, slug)
  }
  if (RESERVED_SLUGS.has(slug.toLowerCase())) {
    return fault(`${shown} is an address that the site needs itself`, slug)
  }
  if (!SLUG_FORM.test(slug) || TAKEN_ENDING.test(slug)) {
    return fault(`${shown} can't be an address`, slug)
  }
  if (new TextEncoder().encode(slug).length > MAX_SLUG_BYTES) {
    return fault(`is longer than ${MAX_SLUG_BYTES} bytes`, slug.slice(0, 60))
  }
  return undefined
}

function fault(problem: string, slug: string): SlugFault {
  const better = slugify(slug.replace(/%[0-9a-f]{2}/gi, ' '))
  const usable = better !== '' && better !== slug && !RESERVED_SLUGS.has(better)
  const example = usable && !WINDOWS_DEVICE.test(better) ? better : 'ishiba-skips-nato-summit'
  return {
    problem,
    fix: `use letters, numbers and hyphens for the file's name, such as ${example}.md`,
  }
}
