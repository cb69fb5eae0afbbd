import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { createFront } from '@/lib/server/front/front'
import { AllowedHosts } from '@/lib/server/front/hosts'
import { type Paper, wordsOf } from '@/lib/words/words'

/** Gets an address of a server whose archive is being built. */
async function ask(paper: Paper, path: string, accept: string) {
  const front = createFront({
    hosts: new AllowedHosts({
      siteUrl: 'http://localhost',
      host: 'localhost',
      siteUrlIsSet: false,
    }),
    ...{ always: [], endpoints: [], trustProxy: 0, site: () => undefined, paper: () => paper },
    log: { error: () => undefined, answered: () => undefined, verbose: false },
  })
  const server = createServer({ maxHeaderSize: 65_536 }, front).listen(0)
  onTestFinished(() => void server.close())
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const reply = await fetch(`http://localhost:${port}${path}`, { headers: { accept } })
  return { status: reply.status, type: reply.headers.get('content-type'), text: await reply.text() }
}

const LONG = `/search?q=${'a'.repeat(20_000)}`

test.each([
  ['while the archive is being built', '/', 503, 'starting'],
  ['for an address that is too long', LONG, 414, 'addressTooLong'],
] as const)('readers are refused in the site’s language %s', async (_, path, status, key) => {
  for (const [lang, dir] of [
    ['ja', 'ltr'],
    ['ar', 'rtl'],
  ] as const) {
    const reply = await ask({ lang }, path, 'text/html,*/*;q=0.8')
    expect([reply.status, reply.type]).toEqual([status, 'text/html; charset=utf-8'])
    expect(reply.text).toContain(`<html lang="${lang}" dir="${dir}">`)
    expect(reply.text).toContain(wordsOf({ lang }).refused[key].title)
    expect(reply.text).toContain(wordsOf({ lang }).refused[key].text)
  }
})

test('programs are refused in plain English, and a paper’s own words are escaped', async () => {
  const program = await ask({ lang: 'ja' }, '/', '*/*')
  expect(program.type).toBe('text/plain; charset=utf-8')
  expect(program.text).toMatch(/^503 Service Unavailable\n/)
  const words = { refused: { starting: { title: 'A <b> & c' } } }
  expect((await ask({ lang: 'en', words }, '/', 'text/html')).text).toContain('A &lt;b&gt; &amp; c')
})
