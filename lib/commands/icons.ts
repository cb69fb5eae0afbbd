import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { DRAWN_ICONS } from '@/lib/share/cards/draw-icon'
import { VECTOR_ICON_PATH } from '@/lib/share/cards/icons'
import { type Command, runCommand } from './run-command'

/** `npm run icons`: draws every icon of public/ from icon.svg, and the fallback share image. */
export const icons: Command = async (_, { cwd }) => {
  const folder = path.join(cwd, 'public')
  const drawing = await readFile(path.join(folder, VECTOR_ICON_PATH))
  for (const { path: file, draw } of DRAWN_ICONS) {
    await writeFile(path.join(folder, file), await draw(drawing))
  }
  return 0
}

await runCommand(import.meta.url, icons)
