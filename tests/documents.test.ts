import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import packageJson from '../package.json' with { type: 'json' }

const root = path.resolve(import.meta.dirname, '..')

const inFolders = ['content', 'components', 'lib', 'tests'].flatMap((folder) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => path.basename(file) === 'README.md' && !file.includes('fixtures'))
    .map((file) => path.posix.join(folder, file)),
)
const documents = ['README.md', ...inFolders]
const textOf = (document: string) => readFileSync(path.join(root, document), 'utf8')

/** A newcomer shouldn't have to read more than this before the first command. */
const MAX_README_BYTES = 8_192

test('the README stays short', () => {
  expect(statSync(path.join(root, 'README.md')).size).toBeLessThanOrEqual(MAX_README_BYTES)
})

describe.each(documents)('%s', (document) => {
  test('names only npm commands that exist', () => {
    const named = [...textOf(document).matchAll(/npm run ([\w:]+)/g)].map(([, name]) => name)
    const scripts = Object.keys(packageJson.scripts)
    expect(named.filter((name) => !scripts.includes(name ?? ''))).toEqual([])
  })

  test('links only to files and headings that exist', () => {
    const links = [...textOf(document).matchAll(/\]\((?!https?:|\/)([^)\s]+)\)/g)]
      .map(([, link = '']) => link)
      // The guide's examples of links.
      .filter((link) => !['../2025/slug.md', 'wall.jpg'].includes(link))
    const dead = links.filter((link) => {
      const [file = '', heading] = link.split('#')
      const target = file === '' ? document : path.posix.join(path.posix.dirname(document), file)
      if (!existsSync(path.join(root, target))) return true
      return heading !== undefined && !headingsOf(textOf(target)).includes(heading)
    })
    expect(dead).toEqual([])
  })
})

/** Ids of headings as GitHub makes them. */
const headingsOf = (text: string) =>
  [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s-]/gu, '')
      .replaceAll(' ', '-'),
  )

test('the README lists each environment variable that the server reads', () => {
  const read = [...textOf('lib/site/env.ts').matchAll(/^ {2}([A-Z_]+): optional\(/gm)]
  const rows = textOf('README.md').match(/^\| `[A-Z_]+`.*? \|/gm) ?? []
  const listed = rows.flatMap((row) => row.match(/[A-Z_]{2,}/g) ?? [])
  expect(listed.sort()).toEqual(read.map(([, name]) => name).sort())
})
