import { Marks } from '../html/marks'
import type { Hidden, OldOutline, OldText } from '../old-text'
import { plainWords } from '../plain-words'
import { textIn, type XmlRecord } from '../xml-record'
import { postDate } from './post-date'
import { postHtml } from './post-html'
import type { Library } from './shortcodes'

const HIDDEN = new Map<string, Hidden>([
  ['draft', 'draft'],
  ['pending', 'waiting for review'],
  ['private', 'private'],
])
const SHOWN = new Set(['publish', 'future'])

/** Which of an export's entries are articles and pages; others are attachments, menus, revisions and what plugins keep. */
export function isText(item: XmlRecord): boolean {
  const status = textIn(item, 'wp:status')
  return KINDS.has(textIn(item, 'wp:post_type')) && (SHOWN.has(status) || HIDDEN.has(status))
}

const KINDS = new Map<string, OldOutline['kind']>([
  ['post', 'article'],
  ['page', 'page'],
])

/** Entries with which a site is furnished: nobody misses them. */
export const FURNITURE = new Set([
  ...[
    'attachment',
    'nav_menu_item',
    'revision',
    'custom_css',
    'customize_changeset',
    'oembed_cache',
  ],
  ...['user_request', 'wp_block', 'wp_template', 'wp_template_part', 'wp_global_styles'],
  ...['wp_navigation', 'wp_font_family', 'wp_font_face', 'acf-field', 'acf-field-group'],
])

export const metaOf = (item: XmlRecord, key: string): string | undefined =>
  item.children
    .filter(({ name }) => name === 'wp:postmeta')
    .find((meta) => textIn(meta, 'wp:meta_key') === key)
    ?.children.find(({ name }) => name === 'wp:meta_value')?.text

export function outlineOf(item: XmlRecord, siteUrl: string): OldOutline {
  const number = textIn(item, 'wp:post_id').trim()
  const link = textIn(item, 'link').trim()
  const numbered = `${siteUrl}/?p=${number}`
  const kind = KINDS.get(textIn(item, 'wp:post_type')) ?? 'article'
  const also = kind === 'page' ? `${siteUrl}/?page_id=${number}` : numbered
  const aliases = kind === 'page' ? [link] : [numbered, link]
  return {
    id: number,
    kind,
    title: plainWords(textIn(item, 'title')),
    slug: decoded(textIn(item, 'wp:post_name').trim()),
    addresses: [link, also].filter((address) => address !== ''),
    aliases: aliases.filter((address) => address !== ''),
    date: dateOf(item),
    authors: [textIn(item, 'dc:creator').trim(), ...named(item, 'author')].filter(isFirst),
    categories: named(item, 'category'),
    tags: named(item, 'post_tag'),
    hidden: hiddenOf(item),
  }
}

/** Unpublished posts have no date of publication, only one of their last change. */
const dateOf = (item: XmlRecord) =>
  postDate(textIn(item, 'wp:post_date'), textIn(item, 'wp:post_date_gmt')) ??
  postDate(textIn(item, 'wp:post_modified'), textIn(item, 'wp:post_modified_gmt'))

const isFirst = (name: string, at: number, all: readonly string[]) =>
  name !== '' && all.indexOf(name) === at

const named = (item: XmlRecord, domain: string) =>
  item.children
    .filter(({ name, attributes }) => name === 'category' && attributes.domain === domain)
    .map(({ text }) => plainWords(text))
    .filter((name) => name !== '')

function decoded(slug: string): string {
  try {
    return decodeURIComponent(slug)
  } catch {
    return slug
  }
}

export function textOf(item: XmlRecord, siteUrl: string, library: Library): OldText {
  const outline = outlineOf(item, siteUrl)
  const marks = new Marks()
  const content = textIn(item, 'content:encoded')
  const thumbnail = library.find(metaOf(item, '_thumbnail_id')?.trim() ?? '')
  const description = plainWords(textIn(item, 'excerpt:encoded') || described(item))
  const canonical = metaOf(item, '_yoast_wpseo_canonical')?.trim()
  return {
    ...outline,
    description: description === '' ? undefined : description,
    image: thumbnail && {
      address: thumbnail.url,
      alt: thumbnail.alt,
      caption: plainWords(thumbnail.caption),
    },
    fields: {
      ...(textIn(item, 'wp:is_sticky') === '1' && { lead: true as const }),
      ...(textIn(item, 'wp:comment_status') === 'closed' && { comments: 'closed' as const }),
      ...(canonical && { canonical }),
    },
    body: [{ html: postHtml({ id: outline.id, content }, library, marks) }],
    marks,
    remarks: [],
  }
}

/** Templates of search plugins (`%%title%%`) describe nothing. */
const described = (item: XmlRecord) => {
  const written =
    metaOf(item, '_yoast_wpseo_metadesc') ?? metaOf(item, 'rank_math_description') ?? ''
  return /%%?\w+%/.test(written) ? '' : written
}

function hiddenOf(item: XmlRecord): Hidden | undefined {
  const hidden = HIDDEN.get(textIn(item, 'wp:status'))
  return hidden ?? (textIn(item, 'wp:post_password') === '' ? undefined : 'has a password')
}
