import { readForeignDate } from '@/lib/front-matter/fix/foreign-date'

/** Names of zones with several meanings, of which an import takes the usual one. */
const USUAL: Record<string, string> = { BST: '+01:00', IST: '+05:30' }

/** A date as the front matter of any system writes it, in the form of ours; undefined for what is none. */
export function oldDate(value: unknown): string | undefined {
  if (value instanceof Date)
    return Number.isNaN(value.getTime()) ? undefined : oldDate(value.toISOString())
  if (typeof value !== 'string') return undefined
  const written = value.replace(/\b(?:BST|IST)$/, (zone) => USUAL[zone] ?? zone)
  // The article's own check names a day that doesn't exist.
  if (/^\d{4}-\d\d-\d\d$/.test(written)) return written
  return readForeignDate(written)
    ?.replace(/(T\d\d:\d\d):00/, '$1')
    .replace(/\+00:00$/, 'Z')
}
