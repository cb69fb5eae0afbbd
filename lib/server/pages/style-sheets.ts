import { readFile } from 'node:fs/promises'
import { listFiles } from '../front/files'

/** The style sheets of a build, keyed by address below `prefix`. */
export async function readStyleSheets(
  folder: string,
  prefix: string,
): Promise<ReadonlyMap<string, string>> {
  const files = [...(await listFiles(folder, prefix, []))]
  const sheets = files.filter(([address]) => address.endsWith('.css'))
  return new Map(
    await Promise.all(
      sheets.map(async ([address, { path }]) => [address, await readFile(path, 'utf8')] as const),
    ),
  )
}
