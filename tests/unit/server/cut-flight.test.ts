import { expect, test } from 'vitest'
import { cutFlight } from '@/lib/server/pages/cut-flight'

const flight = (data: string) => `<script>self.__next_f.push([1,${JSON.stringify(data)}])</script>`
const cut = (html: string) => cutFlight(Buffer.from(html)).toString()
const document = (body: string, tail = '') =>
  `<!DOCTYPE html><html><body>${body}${tail}</body></html>`

test('What Next writes for its client at the end is removed, the rest stays', () => {
  const body = '<p>Text</p><script src="/a.js" async=""></script>'
  expect(cut(document(body, flight('one') + flight('zwei ü &lt;/script>')))).toBe(document(body))
})

test.each([
  ['nothing of the kind', document('<p>Text</p>')],
  ['a script of another kind', document('<p>Text</p>', '<script>alert(1)</script>')],
  ['one with markup in it', document('', '<script>self.__next_f.push("<b>")</script>')],
  ['an attribute that quotes one', document(`<p title='${flight('x')}'>Text</p>`)],
  ['one before other markup', document(`${flight('x')}<p>Text</p>`)],
  ['a document that was cut short', `<html><body>${flight('x')}`],
])('A document with %s stays as it is', (_what, html) => {
  expect(cut(html)).toBe(html)
})
