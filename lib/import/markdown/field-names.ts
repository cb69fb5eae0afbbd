import { FOREIGN_NAMES } from '@/lib/front-matter/foreign-fields'

/** Names by which systems and themes call a field, bare, in the order in which they count; an import takes more than --fix. */
export const NAMES = {
  title: ['title', ...FOREIGN_NAMES.title, 'name'],
  date: ['date', ...FOREIGN_NAMES.date, 'posted', 'time'],
  updated: ['updated', ...FOREIGN_NAMES.updated, 'modifieddate', 'moddate'],
  expires: ['expires', ...FOREIGN_NAMES.expires, 'expiry'],
  description: ['description', ...FOREIGN_NAMES.description, 'lede', 'leadtext', 'tagline'],
  authors: ['authors', ...FOREIGN_NAMES.authors, 'by'],
  categories: ['categories', ...FOREIGN_NAMES.section, 'section', 'sections'],
  tags: ['tags', ...FOREIGN_NAMES.tags, 'topic'],
  slug: ['slug'],
  url: ['permalink', 'url'],
  aliases: ['aliases', 'alias', 'redirectfrom', 'redirects', 'oldurls'],
  lang: ['lang', ...FOREIGN_NAMES.lang],
  canonical: ['canonical', ...FOREIGN_NAMES.canonical, 'originalurl'],
  image: [
    'image',
    ...FOREIGN_NAMES.image,
    'feature',
    'thumb',
    'photo',
    'picture',
    'img',
    'teaser',
    'header',
    'images',
    'resources',
  ],
  alt: [
    'imagealt',
    'coveralt',
    'heroalt',
    'heroimagealt',
    'featuredimagealt',
    'featureimagealt',
    'thumbnailalt',
    'alt',
  ],
  caption: [
    'imagecaption',
    'caption',
    'covercaption',
    'featuredimagecaption',
    'featureimagecaption',
  ],
  credit: ['imagecredit', 'credit', 'photocredit', 'imagesource'],
  draft: ['draft', 'drafts', 'isdraft', 'hidden', 'unlisted'],
  published: ['published', 'publish', 'ispublished'],
  private: ['private', 'membersonly'],
  comments: ['comments', 'comment', 'disablecomments'],
  featured: ['sticky', 'pinned', 'pin'],
} as const

/** They furnish the old site's pages and say nothing of the text. */
export const FURNITURE: ReadonlySet<string> = new Set(
  `layout type id uid uuid guid weight order menu nav toc math mathjax sitemap eleventycomputed eleventynavigation eleventyexcludefromcollections template theme classes class css js sidebar share related search readtime readingtime wordcount showtoc hidemeta cascade outputs collection ext path relativepath output excerptseparator markup linktitle`.split(
    /\s+/,
  ),
)

/** Where a map that describes a picture has its address. */
export const SOURCES = [
  'src',
  'url',
  'path',
  'image',
  'filename',
  'file',
  'feature',
  'teaser',
  'thumbnail',
  'overlay_image',
  'og_image',
  'relative',
]
