import { Marks, withoutMarks } from '../html/marks'
import type { OldOutline, OldText, Piece } from '../old-text'
import { cleanText, plainWords } from '../plain-words'
import { dateInName, oldAddress, slugOfFile } from './old-address'
import { oldDate } from './old-date'
import { type OldFields, readOldFields } from './old-fields'
import type { SiteKind } from './site-kind'
import { splitFile } from './split-file'
import { translateTemplates } from './template-code'

/** What is known of the whole folder. */
export type Tree = {
  kind: SiteKind
  /** The pattern of addresses that the site's settings name for a file. */
  permalink(path: string): string | undefined
  siteUrl: string | undefined
  fileNamed(name: string): string | undefined
  /** Collections of Eleventy are tags that a reader never sees. */
  isTag(name: string): boolean
}

export type ReadFile = { path: string; text: string }

export type ReadText =
  | { ok: true; outline: OldOutline; fields: OldFields; body: string }
  | { ok: false; problem: string }

/** The front matter of one file, and what follows from its name and place. */
export function readText({ path, text }: ReadFile, tree: Tree): ReadText {
  const split = splitFile(cleanText(text))
  if (!split.ok) return split
  const fields = readOldFields(split.data, { splitsWords: tree.kind === 'jekyll' })
  const headed =
    fields.title === '' ? withoutHeading(split.body) : { title: fields.title, body: split.body }
  const date = dateWithTime(fields.date, dateInName(path))
  const slug = fields.slug ?? slugOfFile(path)
  const isDraft = /(?:^|\/)_drafts\//.test(path)
  const given = fields.url !== undefined && isPattern(fields.url) ? fields.url : undefined
  const parts = { path, date, slug: fields.slug, categories: fields.categories }
  const address = oldAddress(parts, tree.kind, given ?? tree.permalink(path))
  const outline: OldOutline = {
    id: path,
    kind: date === undefined && fields.dateFault === undefined && !isDraft ? 'page' : 'article',
    title: headed.title,
    slug: lastPart(given) ?? slug,
    addresses: [
      whole(address, tree),
      ...fields.aliases.map((each) => whole(each, tree)),
      `/${path}`,
    ],
    aliases: [address, ...fields.aliases.map((each) => absolutePath(each, address))].map((each) =>
      whole(each, tree),
    ),
    date,
    authors: fields.authors,
    categories: fields.categories,
    tags: fields.tags.filter(tree.isTag),
    hidden: isDraft ? 'draft' : fields.hidden,
  }
  return { ok: true, outline, fields, body: headed.body }
}

/** Not the name of a style, and nothing that a program would have to work out. */
const isPattern = (url: string) => url.includes('/') && !/\{[{%]/.test(url)

/** A file's name has the day, its front matter may have the time. */
const dateWithTime = (written: string | undefined, named: string | undefined) =>
  written ?? oldDate(named)

const whole = (address: string, { siteUrl }: Tree) =>
  siteUrl !== undefined && address.startsWith('/')
    ? siteUrl.replace(/^(https?:\/\/[^/]+).*$/, '$1') + address
    : address

/** Hugo's aliases may be relative to the article. */
const absolutePath = (alias: string, address: string) =>
  /^(?:\/|https?:)/.test(alias) ? alias : new URL(alias, `http://old.invalid${address}`).pathname

/** `/2019/05/wall/` and `/wall.html` end with the slug. */
function lastPart(url: string | undefined): string | undefined {
  const name = url
    ?.split('/')
    .filter((part) => part !== '')
    .at(-1)
    ?.replace(/\.html?$/, '')
  return name === undefined || /[:{}]/.test(name) ? undefined : name
}

/** A text without a headline in its front matter may begin with one. */
function withoutHeading(body: string): { title: string; body: string } {
  const found = /^\s*# +(.+?)(?: +#+)?[ \t]*(?:\n|$)/.exec(body)
  if (!found) return { title: '', body }
  const title = plainWords((found[1] ?? '').replace(/[*_`]/g, ''))
  return { title, body: body.slice(found[0].length) }
}

export function textOf(
  file: ReadFile,
  read: ReadText & { ok: true },
  tree: Tree,
  near: string[],
): OldText {
  const { outline, fields, body } = read
  const marks = new Marks()
  const written = withoutMarks(body)
  const piece: Piece = /\.html?$/i.test(file.path)
    ? { html: translateTemplates(written, tree.kind, { marks, fileNamed: tree.fileNamed }) }
    : { markdown: translateTemplates(written, tree.kind, { marks, fileNamed: tree.fileNamed }) }
  return {
    ...outline,
    description: fields.description,
    image: fields.image,
    fields: fields.fields,
    body: [piece],
    near,
    marks,
    remarks: [
      ...fields.left.map((detail) => ({ kind: 'field' as const, detail })),
      ...(fields.url !== undefined && !isPattern(fields.url)
        ? [{ kind: 'alias' as const, detail: fields.url }]
        : []),
      ...(fields.dateFault === undefined
        ? []
        : [{ kind: 'date' as const, detail: fields.dateFault }]),
    ],
  }
}
