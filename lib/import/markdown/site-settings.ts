import { parse as parseToml } from 'smol-toml'
import { parseDocument } from 'yaml'
import * as z from 'zod'

/** What the settings of an old site say of it. */
export type SiteSettings = {
  name?: string
  description?: string
  lang?: string
  timeZone?: string
  url?: string
  /** For all articles, or by folder. */
  permalink?: string
  permalinks: Record<string, string>
}

const text = z.string().min(1).nullish().catch(undefined)
const patterns = z.record(z.string(), z.unknown()).catch({})

const settings = z.object({
  ...{ title: text, name: text, description: text, tagline: text, lang: text, languageCode: text },
  ...{ languagecode: text, locale: text, timezone: text, timeZone: text, url: text, baseurl: text },
  ...{ baseURL: text, permalink: text, permalinks: patterns.default({}) },
  params: z.object({ description: text }).nullish().catch(undefined),
})

/** Reads `_config.yml`, `hugo.toml` and their like; Astro’s configuration, a program, is only searched, never run. */
export function readSettings(name: string, written: string): SiteSettings {
  const read = settings.safeParse(parse(name, written))
  if (!read.success) return { permalinks: {} }
  const { title, description, tagline, params, permalink, permalinks, ...given } = read.data
  const found = {
    name: title ?? given.name,
    description: description ?? tagline ?? params?.description,
    lang: given.lang ?? given.languageCode ?? given.languagecode ?? given.locale,
    timeZone: given.timeZone ?? given.timezone,
    url: urlOf(given),
    permalink,
  }
  const isText = ([, value]: [string, unknown]) => typeof value === 'string' && value !== ''
  return {
    ...Object.fromEntries(Object.entries(found).filter(isText)),
    permalinks: z
      .record(z.string(), z.string())
      .parse(Object.fromEntries(Object.entries(flat(permalinks)).filter(isText))),
  }
}

/** Newer Hugo has one more level: `[permalinks.page]`. */
const flat = (permalinks: Record<string, unknown>) => {
  const page = permalinks.page
  return typeof page === 'object' && page !== null ? { ...permalinks, ...page } : permalinks
}

type Urls = {
  url?: string | null | undefined
  baseurl?: string | null | undefined
  baseURL?: string | null | undefined
}

/** Jekyll's `baseurl` is a path below its `url`; Hugo's is the whole. */
function urlOf({ url, baseurl, baseURL }: Urls): string | undefined {
  const base = baseURL ?? (baseurl && /^https?:/.test(baseurl) ? baseurl : undefined)
  const given = base ?? (url ? url.replace(/\/+$/, '') + (baseurl ?? '') : undefined)
  return given && /^https?:\/\//.test(given) ? given.replace(/\/+$/, '') : undefined
}

function parse(name: string, written: string): unknown {
  try {
    if (/\.toml$/.test(name)) return parseToml(written)
    if (/\.json$/.test(name)) return JSON.parse(written)
    if (/\.ya?ml$/.test(name))
      return parseDocument(written, { schema: 'core', uniqueKeys: false, logLevel: 'silent' }).toJS(
        { maxAliasCount: 50 },
      )
    return { url: /\bsite\s*:\s*['"](https?:\/\/[^'"]+)['"]/.exec(written)?.[1] }
  } catch {
    return {}
  }
}
