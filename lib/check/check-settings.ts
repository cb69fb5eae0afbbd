import type { FrontOrder } from '@/lib/article/front-order'
import { listAddress } from '@/lib/article/lists'
import type { Profile } from '@/lib/article/profile'
import { slugify } from '@/lib/article/slug'
import { frontEntries } from '@/lib/front-matter/parse-front'
import type { Problem } from '@/lib/front-matter/problem'
import { closestWord } from '@/lib/language/edit-distance'
import type { Site } from '@/lib/site/site'
import { missingImage } from './check-references'
import type { ArticleState, Known } from './known'

type Words = { problem: string; fix: string }
type Place = { path: string; at: readonly PropertyKey[]; field: string }

/** The contents of the YAML files in the folder's root; undefined for a file that is missing or invalid. */
export type Settings = {
  site?: Site | undefined
  front?: FrontOrder | undefined
  authors?: readonly Profile[] | undefined
  sources?: readonly Profile[] | undefined
}

/**
 * What is wrong with these files in relation to the rest of the content. `sections` are the site's, if it has a valid
 * site.yaml.
 */
export function checkSettings(
  { site, front, authors = [], sources = [] }: Settings,
  { sections, known, now }: { sections: readonly string[] | undefined; known: Known; now: Date },
): Problem[] {
  return [
    ...(front ? checkFront(front, known, { sections, now }) : []),
    ...(site ? checkSite(site, known) : []),
    ...checkProfiles('author', authors, known),
    ...checkProfiles('source', sources, known),
  ]
}

/** When front.yaml must be checked again because a story falls due or expires; undefined for never. */
export function nextTurn(front: FrontOrder, known: Known, now: Date): Date | undefined {
  const turns = frontEntries(front).flatMap(({ slug }) => {
    const { due, expires } = known.stateOf(slug) ?? {}
    return [due, expires].filter((at) => at !== undefined && at > now)
  })
  return turns.sort((a, b) => Number(a) - Number(b))[0]
}

/** Articles that front.yaml names but readers can't see, and bands of sections that site.yaml doesn't have. */
function checkFront(
  front: FrontOrder,
  known: Known,
  { sections, now }: { sections: readonly string[] | undefined; now: Date },
): Problem[] {
  const path = 'front.yaml'
  const stories = frontEntries(front).flatMap(({ slug, at, field }) => {
    const place = { path, at, field }
    if (!known.hasArticle(slug)) {
      const meant = known.closest('article', slug)
      const fix = meant ? `did you mean ${meant}?` : 'write the name of a file of content/articles'
      const problem = `there is no article ${JSON.stringify(slug)}`
      return [make('error', place, { problem, fix }, known)]
    }
    const state = known.stateOf(slug)
    const why = state && whyUnseen(state, now)
    const fix = 'the story after it takes its place until then, or for good'
    return why ? [make('warning', place, { problem: `${slug} ${why}`, fix }, known)] : []
  })
  const bands = Object.keys(front.bands).flatMap((name) => {
    if (!sections || sections.some((section) => section === name)) return []
    const meant = closestWord(name, sections)
    const fix = meant ? `did you mean ${meant}?` : 'use a section of site.yaml, or add it there'
    const problem = `${JSON.stringify(name)} is not a section of site.yaml`
    return [
      make('error', { path, at: ['bands', name], field: `bands.${name}` }, { problem, fix }, known),
    ]
  })
  return [...stories, ...bands]
}

/** Pages, lists and pictures that site.yaml names but don't exist. */
function checkSite({ menu = [], footer = [], icon }: Site, known: Known): Problem[] {
  const path = 'site.yaml'
  const menus = Object.entries({ menu, footer }).flatMap(([name, entries]) =>
    entries.flatMap((entry, i) => {
      const place = { path, at: [name, i], field: `${name}[${i}]` }
      if (entry.page !== undefined && !known.hasPage(entry.page)) {
        const meant = known.closest('page', entry.page)
        const fix = meant ? `did you mean ${meant}?` : 'write the name of a file of content/pages'
        const problem = `there is no page ${JSON.stringify(entry.page)}`
        return [make('error', place, { problem, fix }, known)]
      }
      const kind = entry.tag === undefined ? 'section' : 'tag'
      const listed = entry.tag ?? entry.section
      if (listed === undefined) return []
      const address = listAddress({ kind, slug: slugify(listed) })
      if (known.hasList(address)) return []
      const meant = known.closest('list', address)
      const fix = meant ? `did you mean the one at ${meant}?` : 'publish a story in it first'
      return [make('warning', place, { problem: `${address} has no story yet`, fix }, known)]
    }),
  )
  const missing = icon === undefined ? undefined : missingImage(path, icon, known)
  const at = { path, at: ['icon'], field: 'icon' }
  return [...menus, ...(missing ? [make('error', at, missing, known)] : [])]
}

/** Why readers don't see an existing article. */
function whyUnseen({ hidden, due, expires }: ArticleState, now: Date): string | undefined {
  if (hidden) return hidden === 'draft' ? 'is a draft' : 'is withdrawn'
  if (due > now) return `isn't published before ${due.toISOString().slice(0, 10)}`
  return expires !== undefined && expires <= now ? 'has expired' : undefined
}

/** Articles and pictures that authors.yaml or sources.yaml name but don't exist. */
function checkProfiles(
  kind: 'author' | 'source',
  profiles: readonly Profile[],
  known: Known,
): Problem[] {
  const path = `${kind}s.yaml`
  return profiles.flatMap(({ name, picture }) => {
    const place = { path, at: [name], field: name }
    const address = listAddress({ kind, slug: slugify(name) })
    const unnamed = known.hasList(address)
      ? []
      : [make('warning', place, unnamedWords(kind, known.closest('list', address)), known)]
    const missing = picture === undefined ? undefined : missingImage(path, picture, known)
    const at = { path, at: [name, 'picture'], field: `${name}.picture` }
    return [...unnamed, ...(missing ? [make('error', at, missing, known)] : [])]
  })
}

function unnamedWords(kind: 'author' | 'source', meant: string | undefined): Words {
  const fix =
    meant === undefined
      ? 'write the name as the articles do, or remove it'
      : `did you mean the one at ${meant}?`
  return { problem: `is the ${kind} of no article`, fix }
}

const make = (
  severity: Problem['severity'],
  { path, at, field }: Place,
  words: Words,
  known: Known,
): Problem => ({ severity, path, ...known.placeOf(path, at), field, ...words })
