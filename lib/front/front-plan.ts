import { slugify } from '@/lib/article/slug'
import { fillRows } from './fill-rows'

/** With this many stories the front page has columns; with fewer it is a lead and rows of cards. */
export const FULL_FROM = 12

const LEFT = 3
const UNDER_LEAD = 2
const LATEST = 7

/** A band is one story with its text and three to six headlines. */
const BAND_LEAST = 4
const BAND_MOST = 7

/** Cards in a row, on a desktop and on a tablet. */
const DESK_CARDS = 3
const TABLET_CARDS = 2

type Planned = { slug: string; section?: string | undefined }

export type Band<T> = { lead: T; headlines: T[] }

/**
 * A card of a short front page: how many cards share its row, and whether they all have pictures, which then go above their
 * words.
 */
export type Card<T> = { story: T; desk: Place; tablet: Place }
type Place = { inRow: number; pictureAbove: boolean }

export type FrontPlan<T> =
  | { kind: 'few'; lead: T; cards: Card<T>[] }
  | {
      kind: 'full'
      lead: T
      left: T[]
      underLead: T[]
      latest: T[]
      /** One for each section with enough stories. */
      sections: (Band<T> & { section: string })[]
      /** The stories in no section's band. */
      more: Band<T>[]
      /** One to three stories, too few for a band. */
      last: T[]
    }

export type FrontOptions<T> = {
  hasPicture: (story: T) => boolean
  /** The sections that get a band, in order. */
  sections: readonly string[]
  /** The slugs that an editor put first in a section's band, keyed by the section's name. */
  pinned?: Readonly<Record<string, readonly string[]>> | undefined
}

/**
 * The place of each story on the front page: each appears once, and no row has a gap, however many stories there are and
 * whichever have pictures. The first story is the lead; the others follow in the order in which they should be read.
 */
export function planFront<T extends Planned>(
  stories: readonly T[],
  options: FrontOptions<T>,
): FrontPlan<T> | undefined {
  const [lead] = stories
  if (lead === undefined) return undefined
  const { hasPicture } = options
  if (stories.length < FULL_FROM) {
    return { kind: 'few', lead, cards: planCards(stories.slice(1), hasPicture) }
  }
  const kept = keptForBands(stories, options)
  const open = stories.slice(1).filter(({ slug }) => !kept.has(slug))
  const take = (count: number) => open.splice(0, count)
  // Without a picture a fourth story takes its place, unless the column beside it would be the shorter one then.
  const isShort = open.length > LEFT + UNDER_LEAD + LATEST && !open.slice(0, LEFT).some(hasPicture)
  const left = pictureFirst(take(isShort ? LEFT + 1 : LEFT), hasPicture)
  const underLead = take(UNDER_LEAD)
  const latest = take(LATEST)
  const shown = new Set([lead, ...left, ...underLead, ...latest])
  const rest = stories.filter((story) => !shown.has(story))
  const { sections, others } = planSections(rest, options)
  const more = others.length < BAND_LEAST ? [] : fillRows(others, BAND_MOST)
  return {
    ...{ kind: 'full', lead, left, underLead, latest, sections },
    more: more.map((band) => planBand(band, hasPicture)),
    last: more.length === 0 ? others : [],
  }
}

/**
 * The stories that an editor pinned to a band, which stay out of the columns at the top; none when that would leave too few
 * for the columns.
 */
function keptForBands<T extends Planned>(stories: readonly T[], options: FrontOptions<T>) {
  const pinned = new Set(Object.values(options.pinned ?? {}).flat())
  const kept = stories.slice(1).filter(({ slug }) => pinned.has(slug))
  const isEnough = stories.length - kept.length >= FULL_FROM
  return new Set(isEnough ? kept.map(({ slug }) => slug) : [])
}

function planSections<T extends Planned>(rest: readonly T[], options: FrontOptions<T>) {
  const { hasPicture, pinned = {} } = options
  const banded = new Set<T>()
  const sections = options.sections.flatMap((section) => {
    const pins = pinned[section] ?? []
    const first = pins.flatMap((slug) => rest.filter((story) => story.slug === slug))
    const own = rest.filter((story) => !first.includes(story) && isIn(story, section))
    const all = [...first, ...own].filter((story) => !banded.has(story)).slice(0, BAND_MOST)
    if (all.length < BAND_LEAST) return []
    for (const story of all) banded.add(story)
    // An editor's first story leads the band, with or without a picture.
    return [{ section, ...(first.length > 0 ? inOrder(all) : planBand(all, hasPicture)) }]
  })
  return { sections, others: rest.filter((story) => !banded.has(story)) }
}

const isIn = ({ section }: Planned, name: string) =>
  section !== undefined && slugify(section) === slugify(name)

const inOrder = <T>([lead, ...headlines]: readonly T[]): Band<T> => {
  if (lead === undefined) throw new Error('A band has a story')
  return { lead, headlines }
}

const planBand = <T>(stories: readonly T[], hasPicture: (story: T) => boolean) =>
  inOrder(pictureFirst(stories, hasPicture))

/** Moves the first story with a picture to the front. */
function pictureFirst<T>(stories: readonly T[], hasPicture: (story: T) => boolean): T[] {
  const first = stories.find(hasPicture)
  return first === undefined ? [...stories] : [first, ...stories.filter((each) => each !== first)]
}

function planCards<T>(stories: readonly T[], hasPicture: (story: T) => boolean): Card<T>[] {
  const places = (most: number) =>
    fillRows(stories, most).flatMap((row) => {
      const place = { inRow: row.length, pictureAbove: row.length > 1 && row.every(hasPicture) }
      return row.map((story) => ({ story, place }))
    })
  const tablet = places(TABLET_CARDS)
  return places(DESK_CARDS).flatMap(({ story, place }, i) => {
    const other = tablet[i]
    return other ? [{ story, desk: place, tablet: other.place }] : []
  })
}

/** The columns of a band's headlines, beside or below its first story. */
export function headlineColumns<T>(headlines: readonly T[]): T[][] {
  const columns = headlines.length === 3 ? 3 : 2
  return fillRows(headlines, Math.ceil(headlines.length / columns))
}
