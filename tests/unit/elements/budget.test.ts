import { promisify } from 'node:util'
import zlib from 'node:zlib'
import { expect, it } from 'vitest'
import { bundleElements } from '@/lib/server/build/elements-bundle'

/** The bytes that a reader loads once in addition to the page, and those that load at the first use. */
const BUDGET = 4_096

it('no script is more than 4 KB, and the first one imports no other before it is used', async () => {
  const modules = await bundleElements(process.cwd(), true)
  const [first] = modules.filter(({ isFirst }) => isFirst)
  expect(first?.name).toMatch(/^elements-\w+\.js$/)
  expect(first?.body.toString()).not.toMatch(/\bimport\s*["'{*]/)
  const others = modules.filter(({ isFirst }) => !isFirst).map(({ name }) => `./${name}`)
  const asked = [...(first?.body.toString() ?? '').matchAll(/import\("([^"]+)"\)/g)]
  expect([...new Set(asked.map(([, name]) => name))].sort()).toEqual(others.sort())
  expect(others.length).toBeGreaterThan(3)
  for (const { name, body } of modules) {
    const { length } = await promisify(zlib.brotliCompress)(body)
    expect(length, name).toBeGreaterThan(0)
    expect(length, name).toBeLessThanOrEqual(BUDGET)
  }
})
