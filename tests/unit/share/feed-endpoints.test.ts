import { expect, it } from 'vitest'
import { type EndpointReply, matchEndpoints } from '@/lib/http/endpoint'
import { collectReads } from '@/lib/server/pages/collect-reads'
import { feedEndpoints } from '@/lib/share/feeds/endpoints'
import type { ShareContext } from '@/lib/share/read-context'
import { contextOf, HOSTILE_TITLES, SITE_URL, UNPUBLISHED } from './context-of'
import { atomFaults, rssFaults } from './feed-rules'

async function ask(context: ShareContext, pathname: string) {
  const [match] = matchEndpoints(
    feedEndpoints(() => context),
    pathname,
  )
  if (match === undefined) throw new Error(`Nothing answers ${pathname}`)
  const request = {
    method: 'GET',
    pathname,
    params: match.params,
    query: new URLSearchParams(),
    headers: {},
    body: Buffer.alloc(0),
    client: '',
  }
  return collectReads<EndpointReply>(async () => match.endpoint.handle(request))
}

const LISTS = ['', '/tags/tea-time', '/sources/wire', '/authors/ann', '/sections/world']
const head = [
  'tags: [Tea time]',
  'source: { name: Wire, url: "https://wire.example/?a=1&b=2" }',
  'authors: [Ann]',
  'section: World',
  'updated: 2025-06-29',
].join('\n')

it.each(LISTS)(
  '%s/ has a feed in each format that validators find nothing wrong with',
  async (list) => {
    const text =
      '# One\n\n![p](p.png) [a](/tags/x) <b>b</b>\n\n| a |\n|---|\n| b |\n\n- [ ] task\n\nNote.[^1]\n\n[^1]: Foot.'
    const drafts = HOSTILE_TITLES.map((title, i) => [`a-${i}`, { title, head, text }])
    const context = await contextOf({ ...Object.fromEntries(drafts), ...UNPUBLISHED })
    const [rss] = await ask(context, `${list}/feed.xml`)
    expect(rss).toMatchObject({ status: 200, type: 'application/xml; charset=utf-8' })
    expect(rssFaults(String(rss.body), `${SITE_URL}${list}/feed.xml`)).toEqual([])
    const [atom] = await ask(context, `${list}/atom.xml`)
    expect(atom).toMatchObject({ status: 200, type: 'application/atom+xml; charset=utf-8' })
    expect(atomFaults(String(atom.body), `${SITE_URL}${list}/atom.xml`)).toEqual([])
    const [json] = await ask(context, `${list}/feed.json`)
    expect(json).toMatchObject({ status: 200, type: 'application/feed+json; charset=utf-8' })
    const { items, feed_url } = JSON.parse(String(json.body))
    expect(feed_url).toBe(`${SITE_URL}${list}/feed.json`)
    expect(items).toHaveLength(HOSTILE_TITLES.length)
    for (const { body } of [rss, atom, json]) expect(String(body)).not.toMatch(/unseen/i)
  },
)

it('has validators that would find a fault', async () => {
  const context = await contextOf({ a: { head } })
  const broken = async (path: string, from: string | RegExp, to: string) =>
    String((await ask(context, path))[0].body).replace(from, to)
  const rss = (from: string | RegExp, to: string) =>
    broken('/feed.xml', from, to).then((xml) => rssFaults(xml, `${SITE_URL}/feed.xml`))
  const atom = (from: string | RegExp, to: string) =>
    broken('/atom.xml', from, to).then((xml) => atomFaults(xml, `${SITE_URL}/atom.xml`))
  expect(await rss(/<guid.*?<\/guid>/, '')).toEqual(['MissingElement guid in item'])
  expect(await rss('/feed.xml', '/other.xml')).toEqual(['SelfDoesntMatchLocation'])
  expect(await rss(/Sat, 28/, '28')).toHaveLength(1)
  expect(await rss('&lt;p&gt;', '&lt;p onclick=&quot;x&quot;&gt;')).toHaveLength(1)
  expect(await atom('<updated>', '<updated>x')).toHaveLength(1)
  expect(await atom('<published>', '<date/><published>')).toEqual([
    'UndefinedElement date in entry',
  ])
})

it('redirects another spelling of a list, and a synonym of a tag, to the one feed', async () => {
  const files = { 'tags.yaml': 'Tea time:\n  synonyms: [Teatime]\n' }
  const context = await contextOf({ a: { head } }, { files })
  const locations = async (path: string) => (await ask(context, path))[0].headers?.Location
  expect(await locations('/tags/Tea-Time/atom.xml')).toBe('/tags/tea-time/atom.xml')
  expect(await locations('/tags/teatime/feed.json')).toBe('/tags/tea-time/feed.json')
  expect(await locations('/sources/WIRE/feed.xml')).toBe('/sources/wire/feed.xml')
  expect((await ask(context, '/tags/None/feed.xml'))[0].status).toBe(404)
})

it('is cached under what it shows, so that a change empties the cache', async () => {
  const context = await contextOf({ a: { head } })
  const [, { tags }] = await ask(context, '/tags/tea-time/feed.xml')
  expect([...tags]).toEqual(expect.arrayContaining(['list:tag:tea-time', 'article:a']))
})
