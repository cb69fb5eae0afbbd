import { slugify } from '@/lib/article/slug'
import type { SiteKind } from './site-kind'

/** What an old address is made of. */
export type Parts = {
  /** Below the folder of texts, with forward slashes: `posts/2019-05-03-wall.md`. */
  path: string
  date: string | undefined
  slug: string | undefined
  categories: readonly string[]
}

const DATED = /^(\d{4})-(\d{1,2})-(\d{1,2})[-_](.+)$/
const ENDING = /\.(?:md|markdown|mdx|html)$/i

/** The date in a file's name, `2019-05-03-wall.md`; undefined if there is none. */
export function dateInName(path: string): string | undefined {
  const [, year, month = '', day = ''] = DATED.exec(nameOf(path)) ?? []
  return year === undefined
    ? undefined
    : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

/** The last part of a text's address: the file's name without date, ending and language, or its folder's name. */
export function slugOfFile(path: string): string {
  const name = nameOf(path)
    .replace(ENDING, '')
    .replace(/\.[a-z]{2}(?:-[a-z]{2})?$/i, '')
  if (/^_?index$/i.test(name)) return nameOf(folderOf(path)).replace(DATED, '$4')
  return name.replace(DATED, '$4')
}

const nameOf = (path: string) => path.slice(path.lastIndexOf('/') + 1)
const folderOf = (path: string) => path.slice(0, Math.max(0, path.lastIndexOf('/')))

/** Jekyll's names for patterns (https://jekyllrb.com/docs/permalinks/). */
const STYLES: Record<string, string> = {
  date: '/:categories/:year/:month/:day/:title.html',
  pretty: '/:categories/:year/:month/:day/:title/',
  ordinal: '/:categories/:year/:y_day/:title.html',
  none: '/:categories/:title.html',
}

/** The address that the old program made of a file, by its own rules or the site's pattern. */
export function oldAddress(parts: Parts, kind: SiteKind, pattern: string | undefined): string {
  if (pattern !== undefined) return filledIn(STYLES[pattern] ?? pattern, parts)
  const { path } = parts
  if (kind === 'jekyll' && /(?:^|\/)_(?:posts|drafts)\//.test(path))
    return filledIn(STYLES.date ?? '', parts)
  if (kind === 'jekyll')
    return `/${path.replace(ENDING, '.html').replace(/(^|\/)index\.html$/, '$1')}`
  const folder = /^_?index\./i.test(nameOf(path)) ? folderOf(folderOf(path)) : folderOf(path)
  const below = kind === 'astro' ? folder.replace(/^(?:content|pages)(?:\/|$)/, '') : folder
  const slug = parts.slug ?? slugOfFile(path)
  const made = `/${below}/${slug}/`.replace(/\/{2,}/g, '/')
  return kind === 'hugo' ? made.toLowerCase().replace(/ /g, '-') : made
}

function filledIn(pattern: string, { path, date = '', slug, categories }: Parts): string {
  const name = slug ?? slugOfFile(path)
  const values: Record<string, string> = {
    ...{
      title: name,
      slug: name,
      slugorfilename: name,
      filename: name,
      contentbasename: name,
      name,
    },
    ...{ year: date.slice(0, 4), month: date.slice(5, 7), day: date.slice(8, 10) },
    i_month: String(Number(date.slice(5, 7))),
    i_day: String(Number(date.slice(8, 10))),
    short_year: date.slice(2, 4),
    y_day: dayOfYear(date),
    categories: categories.map((each) => slugify(each)).join('/'),
    section: path.split('/').slice(0, 1).join(''),
    sections: folderOf(path),
    path: folderOf(path),
    output_ext: '.html',
  }
  const made = pattern.replace(
    /:(\w+)|\{(\w+)\}/g,
    (whole, plain, braced) => values[String(plain ?? braced).toLowerCase()] ?? whole,
  )
  return `/${made}`.replace(/\/{2,}/g, '/')
}

function dayOfYear(date: string): string {
  const days =
    (Date.parse(date.slice(0, 10)) - Date.parse(`${date.slice(0, 4)}-01-01`)) / 86_400_000
  return Number.isNaN(days) ? '' : String(days + 1).padStart(3, '0')
}
