import { expect, test } from '@playwright/test'
import { pageTypes } from './page-types'
import { urlOf } from './sites'

test('an article and a page whose names are not ASCII have working addresses', async ({
  request,
}) => {
  for (const address of ['/articles/東京-café', '/à-propos']) {
    const reply = await request.get(urlOf('hostile') + encodeURI(address))
    expect(reply.status(), address).toBe(200)
    expect(await reply.text()).toContain('東京')
  }
})

for (const { name, path } of pageTypes) {
  test(`${name} keeps its own policy and loads no script of the framework`, async ({ page }) => {
    const complaints: string[] = []
    const requests: string[] = []
    page.on('console', (message) => {
      // The test requests a missing page, so its 404 is expected.
      if (message.type() === 'error' && !/status of 404/.test(message.text())) {
        complaints.push(message.text())
      }
    })
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('request', (request) => requests.push(new URL(request.url()).pathname))
    await page.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (event) =>
        console.error(`${event.violatedDirective}: ${event.blockedURI}`),
      )
    })
    const reply = await page.goto(path)
    await page.waitForLoadState('networkidle')
    expect(complaints).toEqual([])
    expect(requests.filter((each) => each.startsWith('/_next'))).toEqual([])
    const html = (await reply?.text()) ?? ''
    expect(html).not.toMatch(/__next|_next\/|\$RC|<!--\/?\$|<template id="[BP]:/)
    expect(reply?.headers()['content-security-policy']).not.toContain('unsafe')
  })
}
