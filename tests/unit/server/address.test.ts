import { expect, test } from 'vitest'
import { readAddress } from '@/lib/server/front/address'

test.each([
  ['/', '/'],
  ['/articles/nato', '/articles/nato'],
  ['/articles/n%61to', '/articles/nato'],
  ['/articles/nato?utm_source=x&fbclid=y', '/articles/nato'],
  ['/articles/nato?replytocom=c-12&utm=1', '/articles/nato?replytocom=c-12'],
  ['/articles/nato?replytocom=%3Cb%3E', '/articles/nato'],
  ['/tags/nato?b=1&page=2', '/tags/nato?page=2'],
  ['/tags/nato?page=2&page=3', '/tags/nato?page=2'],
  ['/tags/nato?page=x', '/tags/nato'],
  ['/tags?by=use&x=1', '/tags?by=use'],
  ['/tags?by=x', '/tags'],
  ['/?page=2', '/'],
  ['/?x=1&p=123', '/?p=123'],
  ['/?p=0', '/'],
  ['/?p=1%20or%201', '/'],
  ['/tags/caf%C3%A9', '/tags/caf%C3%A9'],
  ['/tags/cafe%CC%81', '/tags/caf%C3%A9'],
  ['/search?q=a+b&x=1', '/search?q=a+b'],
  ['/ask?x=1&q=a+b&article=nato', '/ask?q=a+b&article=nato'],
  ['/Articles/NATO', '/Articles/NATO'],
])('%s has the key %s', (target, key) => {
  expect(readAddress(target)).toMatchObject({ kind: 'page', address: { key } })
})

test.each([
  ['/search?q=a&order=&in=&since=', '/search?q=a'],
  ['/search?q=&order=new&in&since=', '/search?q=&order=new'],
  ['/search?order=&in=', '/search'],
  ['/tags?by=', '/tags'],
])('%s redirects to the address that says what was chosen', (target, location) => {
  expect(readAddress(target)).toEqual({ kind: 'redirect', location })
})

test.each([
  ['/search?q=', '/search?q='],
  ['/search?q=a&in=world&utm=', '/search?q=a&in=world'],
  ['/articles/nato?order=', '/articles/nato'],
])('%s contains nothing unnecessary', (target, key) => {
  expect(readAddress(target)).toMatchObject({ kind: 'page', address: { key } })
})

test.each([
  ['/search?q=a', false],
  ['/ask', false],
  ['/articles/nato', true],
])('%s is shared by its readers: %s', (target, shared) => {
  expect(readAddress(target)).toMatchObject({ kind: 'page', address: { shared } })
})

test.each([
  '/articles/%E0%A4%A',
  `/articles/${'a'.repeat(300)}`,
  '/articles/..%2f..%2fetc%2fpasswd',
  '/../etc/passwd',
  '/articles/%2e%2e/x',
  '/articles/a%00b',
  '/articles/a%0Ab',
  '/articles/a%5Cb',
  '//evil.com/x',
  '/articles//nato',
  '//',
  '/articles/nato.segments/x.segment.rsc',
  '*',
])('%s has no page', (target) => {
  expect(readAddress(target)).toEqual({ kind: 'missing' })
})

test.each([
  '/moderate.rsc',
  '/%2e/moderate',
  '/./moderate',
  '//moderate',
  '/moderate%2f',
  '/%6doderate.segments',
])('%s asks for the token like the queue', (target) => {
  const address = { key: '/moderate/misspelt' }
  expect(readAddress(target)).toMatchObject({ kind: 'page', address })
})

test.each([
  ['/articles/nato/', '/articles/nato'],
  ['/tags/caf%c3%a9/?page=2', '/tags/caf%C3%A9?page=2'],
])('%s is sent to %s', (target, location) => {
  expect(readAddress(target)).toEqual({ kind: 'redirect', location })
})
