import os from 'node:os'
import { expect, test } from 'vitest'
import { AllowedHosts } from '@/lib/server/front/hosts'

const named = new AllowedHosts({
  siteUrl: 'https://news.example',
  host: '0.0.0.0',
  siteUrlIsSet: true,
})
const local = new AllowedHosts({
  siteUrl: 'http://localhost:3000',
  host: '0.0.0.0',
  siteUrlIsSet: false,
})

test.each([
  ['news.example', true, false],
  ['NEWS.example:8443', true, false],
  ['news.example.', true, false],
  ['localhost:3000', true, true],
  ['127.0.0.1:1', true, true],
  ['[::1]:3000', true, true],
  ['192.168.1.7:3000', false, true],
  ['[fe80::1]', false, true],
  [os.hostname(), false, true],
  ['evil.com', false, false],
  ['news.example.evil.com', false, false],
  ['8.8.8.8', false, false],
  ['', false, false],
  ['localhost:3000@evil.com', false, false],
  ['localhost/x', false, false],
  ['localhost, evil.com', false, false],
])('%s: with SITE_URL %s, without %s', (host, withSiteUrl, without) => {
  expect(named.allows(host)).toBe(withSiteUrl)
  expect(local.allows(host)).toBe(without)
})
