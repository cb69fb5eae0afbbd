import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { expect, onTestFinished, test, vi } from 'vitest'
import { bundleServer } from '@/lib/server/bundle.mjs'

vi.mock(import('esbuild'), async (original) => {
  const esbuild = await original()
  return { ...esbuild, build: vi.fn(esbuild.build) }
})

test('a program is bundled once, and again when one of its files has changed', async () => {
  const folder = mkdtempSync(path.join(import.meta.dirname, 'program-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const main = path.join(folder, 'main.ts')
  const write = (words: string) => writeFileSync(main, `console.log('${words}')`)
  write('one')
  const first = await bundleServer(main)
  expect(await bundleServer(main)).toBe(first)
  expect(build).toHaveBeenCalledTimes(1)
  write('two')
  const second = await bundleServer(main)
  expect(readFileSync(fileURLToPath(second), 'utf8')).toContain('two')
  expect(build).toHaveBeenCalledTimes(2)
})
