import { readdirSync } from 'node:fs'

/** What Node returns for bytes that aren't UTF-8. */
const LOST = '\ufffd'

/**
 * The names in a folder that aren't UTF-8, each bad byte written as `\xE9`: the names that Node returns for them open no
 * file. Reads the folder again only if a name looks like one of these.
 */
export function unreadableNames(folder: string, entries: readonly { name: string }[]): string[] {
  if (!entries.some(({ name }) => name.includes(LOST))) return []
  const names = readdirSync(folder, { encoding: 'buffer' })
  return names.filter((bytes) => !isUtf8(bytes)).map(shown)
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

const shown = (bytes: Buffer) =>
  [...bytes.toString('latin1')]
    .map((letter) => (letter < '\u0080' ? letter : escaped(letter)))
    .join('')

const escaped = (letter: string) => `\\x${letter.charCodeAt(0).toString(16).toUpperCase()}`
