import { Document } from 'yaml'
import type { OldOutline, OldSite } from '../old-text'
import { fileUnder, type Mapping } from './mapping'

/** A masthead has room for about this many. */
const MAX_SECTIONS = 12

/** A site.yaml for a folder that has none, of what the export says about the site. */
export function siteFile(
  site: OldSite,
  { outlines, mapping }: { outlines: readonly OldOutline[]; mapping: Mapping },
): string {
  const name = site.name ?? hostOf(site.url) ?? 'News'
  const zone = site.timeZone ?? zoneOf(outlines)
  const document = new Document({
    name,
    description: site.description ?? name,
    lang: languageOf(site.lang),
    timeZone: zone ?? 'UTC',
    sections: sectionsOf(outlines, mapping).slice(0, MAX_SECTIONS),
  })
  if (site.timeZone === undefined)
    document.commentBefore =
      ' The old site didn’t name its time zone: write your city’s, such as Europe/Berlin.'
  return document.toString({ lineWidth: 0 })
}

const hostOf = (url: string | undefined) =>
  url !== undefined && URL.canParse(url) ? new URL(url).host : undefined

function languageOf(written: string | undefined): string {
  try {
    return Intl.getCanonicalLocales((written ?? '').replace(/_/g, '-'))[0] ?? 'en'
  } catch {
    return 'en'
  }
}

/** The sections that have articles, the fullest first. */
function sectionsOf(outlines: readonly OldOutline[], mapping: Mapping): string[] {
  const uses = new Map<string, number>()
  for (const outline of outlines) {
    const section = outline.kind === 'article' ? fileUnder(outline, mapping).section : undefined
    if (section !== undefined) uses.set(section, (uses.get(section) ?? 0) + 1)
  }
  return [...uses].sort(([, a], [, b]) => b - a).map(([section]) => section)
}

/** The zone without summer time that the newest article's offset belongs to. */
function zoneOf(outlines: readonly OldOutline[]): string | undefined {
  const newest = outlines
    .map(({ date }) => date ?? '')
    .sort()
    .at(-1)
  const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)$/.exec(newest ?? '') ?? []
  if (hours === undefined || minutes !== '00' || Number(hours) === 0) return undefined
  // These names count the hours to Greenwich.
  return `Etc/GMT${sign === '+' ? '-' : '+'}${Number(hours)}`
}
