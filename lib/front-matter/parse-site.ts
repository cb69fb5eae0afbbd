import type { Site } from '@/lib/site/site'
import { siteSchema } from './article-schema'
import { decodeText } from './decode-text'
import { knownKeys } from './known-keys'
import type { Problem } from './problem'
import { schemaProblems } from './schema-problems'
import { parseYamlMap } from './yaml-map'

export type ParsedSite =
  | { ok: true; site: Site; problems: Problem[] }
  | { ok: false; problems: Problem[] }

/** content/site.yaml to a Site, or everything that is wrong with it. */
export function parseSite({ path, bytes }: { path: string; bytes: Uint8Array }): ParsedSite {
  const decoded = decodeText(path, bytes)
  if (!decoded.ok) return decoded
  const map = parseYamlMap(decoded.text)
  if (!map.ok) {
    const problems = map.faults.map(
      (fault) => ({ severity: 'error', path, field: 'site', ...fault }) satisfies Problem,
    )
    return { ok: false, problems }
  }
  const parsed = siteSchema.safeParse(map.data, { reportInput: true })
  if (parsed.success) return { ok: true, site: parsed.data, problems: decoded.problems }
  const keysAt = (at: readonly PropertyKey[]) => knownKeys(siteSchema, at)
  return { ok: false, problems: schemaProblems(path, parsed.error.issues, map.locate, keysAt) }
}
