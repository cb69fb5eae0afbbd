import { promisify } from 'node:util'
import zlib from 'node:zlib'
import { expect, it } from 'vitest'
import { bundleElements } from '@/lib/server/build/elements-bundle'

/** What a reader's line carries beside the page, once. */
const BUDGET = 4_096

it('the elements are no more than 4 KB together', async () => {
  const bundle = await bundleElements(process.cwd(), true)
  const { length } = await promisify(zlib.brotliCompress)(bundle ?? '')
  expect(length).toBeGreaterThan(0)
  expect(length).toBeLessThanOrEqual(BUDGET)
})
