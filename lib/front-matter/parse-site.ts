import type { Site } from '@/lib/site/site'
import { siteSchema } from './article-schema'
import { parseYamlFile, type YamlFile } from './parse-yaml-file'
import type { Problem } from './problem'

export type ParsedSite =
  | { ok: true; site: Site; problems: Problem[] }
  | { ok: false; problems: Problem[] }

/** Parses content/site.yaml to a Site, or returns everything that is wrong with it. */
export function parseSite(file: YamlFile): ParsedSite {
  const parsed = parseYamlFile(file, { schema: siteSchema, field: 'site' })
  return parsed.ok ? { ok: true, site: parsed.data, problems: parsed.problems } : parsed
}
