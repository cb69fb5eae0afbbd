export type SiteKind = 'hugo' | 'jekyll' | 'eleventy' | 'astro' | 'plain'

const SIGNS: [SiteKind, RegExp][] = [
  ['astro', /^astro\.config\.[cm]?[jt]s$/],
  ['eleventy', /^(?:\.eleventy\.[cm]?js|eleventy\.config\.[cm]?[jt]s)$/],
  ['hugo', /^hugo\.(?:toml|ya?ml|json)$/],
  ['jekyll', /^_config\.(?:yml|yaml|toml)$/],
]

/** Which program makes a site of a folder, by the names in it. */
export function siteKind(names: readonly string[]): SiteKind {
  const found = SIGNS.find(([, sign]) => names.some((name) => sign.test(name)))
  if (found) return found[0]
  const isHugo =
    names.some((name) => /^config\.(?:toml|ya?ml|json)$/.test(name)) && names.includes('content')
  if (isHugo || (names.includes('archetypes') && names.includes('content'))) return 'hugo'
  return names.includes('_posts') ? 'jekyll' : 'plain'
}

/** Where each keeps its texts; the first that exists. */
export const TEXT_FOLDERS: Record<SiteKind, readonly string[]> = {
  hugo: ['content'],
  jekyll: [''],
  eleventy: [''],
  astro: ['src'],
  plain: [''],
}

/** Where each keeps pictures that pages name from the root. */
export const PICTURE_FOLDERS: Record<SiteKind, readonly string[]> = {
  hugo: ['static', 'assets', 'content'],
  jekyll: ['', 'assets', 'docs'],
  eleventy: ['', 'public', 'src', 'content', 'static', 'assets'],
  astro: ['public', 'src', 'src/assets'],
  plain: ['', 'static', 'public', 'assets', 'media'],
}

const NEVER =
  /^(?:node_modules|_site|dist|vendor|themes|layouts|archetypes|_includes|_layouts|_sass|_data|_plugins|resources|\..*)$/

/** Folders of programs and of what they have made. */
export const isLeftOut = (name: string, kind: SiteKind): boolean =>
  NEVER.test(name) || (name === 'public' && kind !== 'astro' && kind !== 'plain')

/** Files about the repository. */
export const isAboutFolder = (name: string): boolean =>
  /^(?:readme|license|licence|changelog|contributing|code_of_conduct|security|authors|todo)\b.*\.(?:md|markdown)$/i.test(
    name,
  )
