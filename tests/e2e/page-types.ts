/** One address of each type of page. */
export const pageTypes = [
  { name: 'the front page', path: '/' },
  { name: 'an article', path: '/articles/why-did-japan-skip-the-nato-summit' },
  {
    name: 'an article with a quotation',
    path: '/articles/us-forces-japan-chief-calls-new-command-historic-shift',
  },
  { name: 'a tag', path: '/tags/japan' },
  { name: 'the tags', path: '/tags' },
  { name: 'the tags by use', path: '/tags?by=use' },
  { name: 'a source', path: '/sources/jiji-press' },
  { name: 'a section', path: '/sections/editorial' },
  { name: 'the sections', path: '/sections' },
  { name: 'the authors', path: '/authors' },
  { name: 'the archive', path: '/archive' },
  { name: 'a month of the archive', path: '/archive/2025/06' },
  { name: 'a day of the archive', path: '/archive/2025/06/28' },
  { name: 'a plain page', path: '/about' },
  { name: 'a search', path: '/search?q=japan+tariff+talks' },
  { name: 'a search that finds nothing', path: '/search?q=wombat+tag:japan' },
  { name: 'a page that is not there', path: '/articles/no-such-story' },
]

/** Pages of the hostile site: long words, wide tables, other scripts. */
export const hostilePages = [
  '/',
  '/articles/everything',
  '/articles/arabic',
  '/articles/japanese',
  '/articles/emoji',
  '/tags',
  '/tags/japan',
  `/search?q=${encodeURIComponent('"'.repeat(50) + 'everything '.repeat(60) + 'x'.repeat(400))}`,
  '/search?q=everything+arabic+japanese',
]
