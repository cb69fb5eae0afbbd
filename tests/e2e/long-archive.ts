import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** Stories on one subject: more than one page of results shows. */
export const HARBOUR_STORIES = 25

/** A content folder for which a search has more than one page. */
export function writeLongArchive(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-long-'))
  mkdirSync(path.join(folder, 'articles'))
  writeFileSync(
    path.join(folder, 'site.yaml'),
    'name: Harbour Gazette\ndescription: A test\nlang: en\ntimeZone: UTC\n',
  )
  for (let i = 1; i <= HARBOUR_STORIES; i++) {
    const head = [
      `title: The harbour on day ${i}`,
      `date: 2025-03-${String(i).padStart(2, '0')}`,
      `tags: [Harbour${i % 5 === 0 ? ', Strike' : ''}]`,
      ...(i % 2 === 0 ? ['lang: de'] : []),
    ]
    const text = `The harbour was busy that day, and ${i} ships came in before noon.`
    writeFileSync(
      path.join(folder, `articles/day-${i}.md`),
      `---\n${head.join('\n')}\n---\n\n${text}\n`,
    )
  }
  return folder
}
