import { parse as parseToml } from 'smol-toml'
import { parseDocument } from 'yaml'
import * as z from 'zod'

export type SplitFile =
  | { ok: true; data: Record<string, unknown>; body: string; hasFront: boolean }
  | { ok: false; problem: string }

const YAML = /^---[ \t]*\n([\s\S]*?)(?:^|\n)(?:---|\.\.\.)[ \t]*(?:\n|$)/
const TOML = /^\+\+\+[ \t]*\n([\s\S]*?)(?:^|\n)\+\+\+[ \t]*(?:\n|$)/

const record = z.record(z.string(), z.unknown())

/** Front matter in YAML, TOML or JSON, and the text under it. Nothing in it is run, whatever its fences say. */
export function splitFile(text: string): SplitFile {
  const yaml = YAML.exec(text)
  if (yaml) return read(() => readYaml(yaml[1] ?? ''), text.slice(yaml[0].length))
  const toml = TOML.exec(text)
  if (toml) return read(() => parseToml(toml[1] ?? ''), text.slice(toml[0].length))
  if (/^\{\s*"/.test(text)) {
    const end = endOfJson(text)
    if (end !== undefined) return read(() => JSON.parse(text.slice(0, end)), text.slice(end))
  }
  return { ok: true, data: {}, body: text, hasFront: false }
}

function read(parse: () => unknown, body: string): SplitFile {
  try {
    const data = record.safeParse(parse() ?? {})
    if (data.success) return { ok: true, data: data.data, body, hasFront: true }
    return { ok: false, problem: 'its front matter is no map' }
  } catch (error) {
    const [first = ''] = error instanceof Error ? error.message.split('\n') : []
    return { ok: false, problem: `its front matter can’t be read: ${first}` }
  }
}

/** Other systems forgive a field that is written twice; dates stay text. */
function readYaml(text: string): unknown {
  const document = parseDocument(text, { schema: 'core', uniqueKeys: false, logLevel: 'silent' })
  const [fault] = document.errors
  if (fault) throw fault
  return document.toJS({ maxAliasCount: 50 })
}

/** Where the first JSON object ends. */
function endOfJson(text: string): number | undefined {
  let depth = 0
  let isText = false
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at)
    if (isText) {
      if (character === '\\') at++
      else if (character === '"') isText = false
    } else if (character === '"') isText = true
    else if (character === '{') depth++
    else if (character === '}' && --depth === 0) return at + 1
  }
  return undefined
}
