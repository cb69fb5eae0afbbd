import { execFileSync } from 'node:child_process'
import { cpSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import { claimSize, picture } from '../images/test-pictures'

export const MISTAKES = path.resolve(import.meta.dirname, '../../fixtures/editors/mistakes')

/** Fills a content folder with every known mistake, including those that a repository can't hold, or not on every system. */
export async function writeMistakes(contentDir: string): Promise<void> {
  cpSync(path.join(MISTAKES, 'content'), contentDir, { recursive: true })
  const inside = (name: string) => path.join(contentDir, 'articles', name)
  for (const name of [
    'CON',
    '.',
    '..',
    '',
    '.._x',
    '_next',
    'a\\b',
    'caf\u00e9',
    'sub/cafe\u0301',
  ]) {
    writeFileSync(inside(`${name}.md`), '---\ntitle: A\ndate: 2025-02-03\n---\nBody.\n')
  }
  const line = 'word '.repeat(200_000)
  writeFileSync(inside('long-line.md'), `---\ntitle: A\ndate: 2025-02-03\n---\n${line}\n`)
  writeFileSync(inside('huge.md'), '')
  truncateSync(inside('huge.md'), 50 * 1_048_576)
  const flat = (width: number, height: number) =>
    sharp({ create: { width, height, channels: 3, background: '#888' } })
      .png()
      .toBuffer()
  const small = await picture(300, 200).png().toBuffer()
  writeFileSync(inside('explosive.png'), claimSize(small, 50_000, 50_000))
  writeFileSync(inside('claims.png'), claimSize(small, 3_000, 2_000))
  writeFileSync(inside('cut.png'), small.subarray(0, 400))
  writeFileSync(inside('named.jpg'), small)
  writeFileSync(inside('wide.png'), await flat(9_000, 6_000))
  writeFileSync(inside('heavy.png'), Buffer.concat([small, Buffer.alloc(9 * 1_048_576)]))
  symlinkSync('/etc/passwd', inside('link-out.md'))
  symlinkSync('link-self.md', inside('link-self.md'))
  symlinkSync('.', inside('link-loop'))
  execFileSync('mkfifo', [inside('pipe.md')])
}
