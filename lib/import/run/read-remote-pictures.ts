import { lookup } from 'node:dns/promises'
import http from 'node:http'
import https from 'node:https'
import { BlockList, isIP } from 'node:net'
import type { Placed } from '../html/surroundings'

const MAX_BYTES = 64 * 1_048_576
const MAX_REDIRECTS = 5
/** For a whole picture over a slow line. */
const TIME_MS = 60_000

/** The IANA special-purpose address registries (RFC 6890). */
const PRIVATE_IPV4 = `0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24
  192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4`
/** Of the addresses that are global unicast: those that hold an IPv4 address, and those for examples. */
const PRIVATE_IPV6 = '2001::/23 2001:db8::/32 2002::/16 3fff::/20'

const blockList = (networks: string, version: 'ipv4' | 'ipv6') => {
  const list = new BlockList()
  for (const network of networks.split(/\s+/)) {
    const [address = '', bits] = network.split('/')
    list.addSubnet(address, Number(bits), version)
  }
  return list
}

const NOT_PUBLIC = {
  ipv4: blockList(PRIVATE_IPV4, 'ipv4'),
  ipv6: blockList(PRIVATE_IPV6, 'ipv6'),
}
const GLOBAL = blockList('2000::/3', 'ipv6')

/** Whether an address is on the public internet. */
export function isPublicAddress(address: string): boolean {
  const version = isIP(address)
  if (version === 4) return !NOT_PUBLIC.ipv4.check(address, 'ipv4')
  const isGlobal = version === 6 && GLOBAL.check(address, 'ipv6')
  return isGlobal && !NOT_PUBLIC.ipv6.check(address, 'ipv6')
}

type Options = {
  /** The whole web address of a picture as the text wrote it. */
  whole: (address: string) => string | undefined
  hosts: readonly string[]
  fetched: Map<string, Placed | Uint8Array>
  /** A test's server has an address of its own machine. */
  isAllowed?: (address: string) => boolean
}

/** Fetches pictures from the named hosts, one after the other so as not to burden the old site, and each only once. */
export async function fetchPictures(
  addresses: readonly string[],
  { whole, hosts, fetched, isAllowed = isPublicAddress }: Options,
): Promise<void> {
  for (const address of addresses) {
    if (fetched.has(address)) continue
    const url = whole(address)
    const got =
      url === undefined
        ? { missing: 'has no web address' }
        : await fetchOne(url, { hosts, isAllowed })
    fetched.set(address, got)
  }
}

type Allowed = { hosts: readonly string[]; isAllowed: (address: string) => boolean }

export async function fetchOne(url: string, allowed: Allowed): Promise<Placed | Uint8Array> {
  let at = url
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
    const refused = refusalOf(at, allowed.hosts)
    if (refused) return { missing: refused }
    const reply = await ask(new URL(at), allowed.isAllowed).catch((error: unknown) => ({
      failed: error instanceof Error ? error.message : 'failed',
    }))
    if ('failed' in reply) return { missing: `could not be fetched: ${reply.failed}` }
    if (!('location' in reply)) return reply.bytes
    if (!URL.canParse(reply.location, at)) return { missing: 'leads to no address' }
    at = new URL(reply.location, at).href
  }
  return { missing: 'leads in a circle' }
}

function refusalOf(url: string, hosts: readonly string[]): string | undefined {
  const { protocol, host, hostname, username, password } = new URL(url)
  if (!/^https?:$/.test(protocol)) return 'isn’t on the web'
  if (username !== '' || password !== '') return 'has a password in its address'
  const isNamed = hosts.some((each) => each === host || each === hostname)
  return isNamed ? undefined : `is on ${host}, which --fetch-images doesn’t name`
}

type Reply = { bytes: Uint8Array } | { location: string }

/** Connects to the very address that was checked: asking DNS again could give another one. */
async function ask(url: URL, isAllowed: (address: string) => boolean): Promise<Reply> {
  const name = url.hostname.replace(/^\[|\]$/g, '')
  const found = await lookup(name, { all: true })
  const [first] = found
  if (first === undefined || !found.every(({ address }) => isAllowed(address)))
    throw new Error('its address is private')
  const { request } = url.protocol === 'https:' ? https : http
  return new Promise((resolve, reject) => {
    const asking = request(
      url,
      {
        agent: false,
        headers: { Accept: 'image/*', 'User-Agent': 'broadsheet-import' },
        signal: AbortSignal.timeout(TIME_MS),
        lookup: (_, options, answer) =>
          options.all ? answer(null, [first]) : answer(null, first.address, first.family),
      },
      (reply) => {
        read(reply).then(resolve, reject)
      },
    )
    asking.on('error', reject)
    asking.end()
  })
}

async function read(reply: http.IncomingMessage): Promise<Reply> {
  const { statusCode = 0, headers } = reply
  if (statusCode >= 300 && statusCode < 400 && headers.location !== undefined) {
    reply.destroy()
    return { location: headers.location }
  }
  if (statusCode !== 200) {
    reply.destroy()
    throw new Error(`the server answered ${statusCode}`)
  }
  const parts: Buffer[] = []
  let length = 0
  for await (const part of reply) {
    length += part.length
    if (length > MAX_BYTES) throw new Error('it has more than 64 MB')
    parts.push(part)
  }
  return { bytes: Buffer.concat(parts) }
}
