import { chromium } from '@playwright/test'
import { launchOptions } from '../support/browser'

export type BrowserFigures = {
  lcpMs: number
  cls: number
  blockingMs: number
  requests: number
  /** Bytes on the wire by kind of resource. */
  bytes: Record<string, number>
}

/** Lighthouse's "slow 4G". */
const SLOW_4G = {
  latency: 150,
  downloadThroughput: 204_800,
  uploadThroughput: 93_750,
  offline: false,
}
const CPU_SLOWDOWN = 4
/** Longer than any late layout shift or task of so small a page. */
const SETTLE_MS = 1_500
const VISITS = 9

const OBSERVE = `(() => {
  const seen = { lcp: 0, cls: 0, blocking: 0 }
  window.__figures = seen
  const observe = (type, each) => new PerformanceObserver((list) => list.getEntries().forEach(each)).observe({ type, buffered: true })
  observe('largest-contentful-paint', (e) => { seen.lcp = e.startTime })
  observe('layout-shift', (e) => { if (!e.hadRecentInput) seen.cls += e.value })
  observe('longtask', (e) => { seen.blocking += Math.max(0, e.duration - 50) })
})()`

/**
 * What a reader with a slow phone on a slow line gets at each of these addresses: the median of several cold visits, made
 * in turns so that other load on the machine slows all of them alike.
 */
export async function visitInTurns(addresses: readonly string[]): Promise<BrowserFigures[]> {
  const browser = await chromium.launch(launchOptions())
  try {
    // A browser's own first pages are slow.
    for (const address of addresses) await visitOnce(browser, address)
    const visits = addresses.map((): BrowserFigures[] => [])
    for (let turn = 0; turn < VISITS; turn++) {
      for (const [i, address] of addresses.entries()) {
        visits[i]?.push(await visitOnce(browser, address))
      }
    }
    return visits.map(middle)
  } finally {
    await browser.close()
  }
}

function middle(visits: BrowserFigures[]): BrowserFigures {
  const median = visits.toSorted((a, b) => a.lcpMs - b.lcpMs)[Math.floor(visits.length / 2)]
  if (median === undefined) throw new Error('No visit')
  return median
}

async function visitOnce(
  browser: Awaited<ReturnType<typeof chromium.launch>>,
  address: string,
): Promise<BrowserFigures> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } })
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.emulateNetworkConditions', SLOW_4G)
  await session.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN })
  const kinds = new Map<string, string>()
  const bytes: Record<string, number> = {}
  session.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type))
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId) ?? 'Other'
    bytes[kind] = (bytes[kind] ?? 0) + encodedDataLength
  })
  await page.addInitScript(OBSERVE)
  await page.goto(address, { waitUntil: 'load' })
  await page.waitForTimeout(SETTLE_MS)
  const seen = await page.evaluate<{ lcp: number; cls: number; blocking: number }>(
    'window.__figures',
  )
  await context.close()
  return {
    lcpMs: Math.round(seen.lcp),
    cls: Number(seen.cls.toFixed(3)),
    blockingMs: Math.round(seen.blocking),
    requests: kinds.size,
    bytes,
  }
}
