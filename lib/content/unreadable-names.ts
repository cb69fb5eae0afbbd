import { readdirSync } from 'node:fs'

/** What Node puts in the place of bytes that are no UTF-8. */
const LOST = '\ufffd'

/**
 * The names in a folder that are no UTF-8, each bad byte as `\xE9`: what Node hands out of them opens nothing.
 * The folder is read once more only where a name looks like it.
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
