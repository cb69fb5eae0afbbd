import {
  archivePath,
  askPath,
  authorsPath,
  correctionsPath,
  feedsPath,
  plainPagePath,
  sectionPath,
  tagPath,
  tagsPath,
} from '@/lib/site/routes'
import type { MenuEntry, Site } from '@/lib/site/site'
import { wordsOf } from '@/lib/words/words'
import { slugify } from './slug'

export type MenuLink = { name: string; path: string }
type Page = { slug: string; name: string }

/** The links of a menu. A page that doesn't exist is left out. */
export function menuLinks(entries: readonly MenuEntry[], pages: readonly Page[]): MenuLink[] {
  return entries.flatMap(({ name, section, tag, page, url }) => {
    if (section !== undefined) {
      return [{ name: name ?? section, path: sectionPath(slugify(section)) }]
    }
    if (tag !== undefined) return [{ name: name ?? tag, path: tagPath(slugify(tag)) }]
    if (url !== undefined) return [{ name: name ?? url, path: url }]
    const found = pages.find(({ slug }) => slug === page)
    return found ? [{ name: name ?? found.name, path: plainPagePath(found.slug) }] : []
  })
}

/** The masthead's links: `menu` of site.yaml, or else the sections. */
export const mastheadLinks = ({ menu, sections }: Site, pages: readonly Page[]): MenuLink[] =>
  menuLinks(menu ?? sections.map((section) => ({ section })), pages)

/** The footer's links: `footer` of site.yaml, or else our own pages of topics, authors and so on, and the plain pages. */
export function footerLinks(site: Site, pages: readonly Page[]): MenuLink[] {
  if (site.footer) return menuLinks(site.footer, pages)
  const words = wordsOf(site).site
  return [
    { name: words.topics, path: tagsPath() },
    { name: words.authors, path: authorsPath() },
    { name: words.archive, path: archivePath() },
    { name: words.feeds, path: feedsPath() },
    { name: words.ask, path: askPath() },
    { name: words.corrections, path: correctionsPath() },
    ...pages.map(({ slug, name }) => ({ name, path: plainPagePath(slug) })),
  ]
}
