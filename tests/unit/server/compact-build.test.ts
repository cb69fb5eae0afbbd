import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { compactBuild } from '@/lib/server/build/compact-build'

const PROGRAM = `/* The server’s part of a page – 中文 */
module.exports = [
  59639,
  (exports) => {
    "use strict";
    // A comment’s comment.
    const quotes = /['’‘ʼ＇]/u;
    const ends = new RegExp(String.raw\`[.!?…।]+[”»]*$\`, "u");
    const emoji = /^[👉🪦]+$/u;
    const größe = { "Größe": "首脳会議", words: \`Süd “West” 👉\` };
    exports.find = function findQuotes(text) {
      return { quoted: quotes.test(text), ended: ends.test(text), emoji: emoji.test(text), größe };
    };
    exports.fail = function failHere() { throw new Error("“no”"); };
  },
];
`

function builtIn(files: Record<string, string>): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'broadsheet-build-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  mkdirSync(path.join(folder, 'chunks/ssr'), { recursive: true })
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text)
  return folder
}

type Module = { find(text: string): unknown; fail(): void }

function load(file: string): Module {
  const require = createRequire(import.meta.url)
  const program: [number, (exports: Partial<Module>) => void] = require(file)
  const exports: Partial<Module> = {}
  program[1](exports)
  delete require.cache[file]
  return exports as Module
}

test('writes a build’s code in Latin letters and without comments, and it says the same', async () => {
  const name = 'chunks/ssr/page.js'
  const folder = builtIn({ [name]: PROGRAM, 'chunks/ssr/page.js.map': '{"’": 1}' })
  const file = path.join(folder, name)
  const texts = ['it’s', 'Ended…”', '👉🪦', 'plain', '首脳。']
  const answers = () => texts.map((text) => load(file).find(text))
  const before = answers()
  await compactBuild(folder)
  const code = readFileSync(file, 'utf8')
  expect(answers()).toEqual(before)
  expect(before).toContainEqual(expect.objectContaining({ ended: true, quoted: false }))
  expect(code).not.toMatch(/[\u0100-\uffff]/)
  expect(code).not.toMatch(/comment|\n {2}/)
  expect(code.length).toBeLessThan(PROGRAM.length)
  expect(readFileSync(`${file}.map`, 'utf8')).toBe('{"’": 1}')
})

test('keeps what functions are called, for the stack of an error', async () => {
  const folder = builtIn({ 'page.js': PROGRAM })
  await compactBuild(folder)
  const { fail } = load(path.join(folder, 'page.js'))
  expect(fail).toThrow(expect.objectContaining({ stack: expect.stringContaining('failHere') }))
})
