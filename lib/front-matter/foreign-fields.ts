/**
 * What WordPress, Ghost, Hugo, Jekyll, Eleventy and Astro call our fields, in the order of how often real sites have them.
 * Case, hyphens and underscores don't matter: `lastModified` and `last_modified` are one name.
 */
export const FOREIGN_NAMES = {
  authors: ['author', 'byline', 'writer', 'writers', 'creator'],
  aliases: ['permalink', 'url', 'redirectfrom', 'redirects', 'alias', 'oldurl', 'oldurls'],
  section: ['categories', 'category'],
  description: [
    ...['excerpt', 'summary', 'deck', 'dek', 'subtitle', 'standfirst', 'abstract'],
    ...['customexcerpt', 'metadescription', 'subheading'],
  ],
  updated: [
    ...['lastmod', 'lastmodified', 'lastmodifiedat', 'modified', 'modifiedat', 'datemodified'],
    ...['updatedat', 'updateddate', 'dateupdated', 'lastupdated'],
  ],
  date: [
    ...['pubdate', 'publishdate', 'publisheddate', 'publishedat', 'datepublished', 'publishedon'],
    ...['created', 'createdat', 'datecreated', 'postdate'],
  ],
  draft: ['published', 'isdraft'],
  tags: ['tag', 'keywords', 'keyword', 'topics', 'labels', 'hashtags'],
  image: [
    ...['cover', 'coverimage', 'featuredimage', 'featureimage', 'thumbnail', 'heroimage', 'hero'],
    ...['banner', 'headerimage', 'ogimage', 'socialimage'],
  ],
  lang: ['language', 'locale'],
  canonical: ['canonicalurl', 'canonicallink'],
  expires: ['expirydate', 'unpublishdate', 'expirationdate'],
  title: ['headline'],
} as const satisfies Record<string, readonly string[]>

const MEANT = new Map(
  Object.entries(FOREIGN_NAMES).flatMap(([field, names]) =>
    names.map((name): [string, string] => [name, field]),
  ),
)

/** Fields about how another system lays out a page, which say nothing about the article. */
const MEANINGLESS = new Set([
  ...['layout', 'template', 'toc', 'showtoc', 'classes', 'mathjax', 'sitemap', 'weight'],
])

/** A name as the tables have it. */
export const bareName = (name: string): string => name.toLowerCase().replace(/[-_]/g, '')

/** The field of ours that another system's field means. */
export const meantField = (name: string): string | undefined => MEANT.get(bareName(name))

export const isMeaningless = (name: string): boolean => MEANINGLESS.has(bareName(name))
