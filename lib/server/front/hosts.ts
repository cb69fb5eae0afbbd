import { BlockList, isIP } from 'node:net'
import os from 'node:os'

/**
 * The names by which a request may address this server. With SITE_URL: that name, and the loopback names for health checks.
 * Without it: also this machine's own names and any private network address, so that a phone on the same network reaches a
 * server started by hand. Another site can't get in by pointing its own name here (DNS rebinding).
 */
export class AllowedHosts {
  readonly #names: ReadonlySet<string>
  readonly #open: boolean
  readonly #known = new Set<string>()

  constructor({
    siteUrl,
    host,
    siteUrlIsSet,
  }: { siteUrl: string; host: string; siteUrlIsSet: boolean }) {
    const own = os.hostname().toLowerCase()
    const local = siteUrlIsSet ? [] : [host.toLowerCase(), own, `${own}.local`]
    this.#names = new Set(['localhost', new URL(siteUrl).hostname, ...local])
    this.#open = !siteUrlIsSet
  }

  /** Whether a `Host` value, with or without a port, names this server. */
  allows(host: string): boolean {
    if (this.#known.has(host)) return true
    const name = hostName(host)
    const allowed = name !== undefined && (this.#names.has(name) || this.#allowsAddress(name))
    if (allowed && this.#known.size < MAX_KNOWN) this.#known.add(host)
    return allowed
  }

  #allowsAddress(name: string): boolean {
    const bare = name.replace(/^\[|\]$/g, '')
    const family = isIP(bare)
    if (family === 0) return false
    const type = family === 6 ? 'ipv6' : 'ipv4'
    return LOOPBACK.check(bare, type) || (this.#open && (PRIVATE.check(bare, type) || isOwn(bare)))
  }
}

/** Limited, since each port of an allowed name would take a place. */
const MAX_KNOWN = 100

const LOOPBACK = new BlockList()
LOOPBACK.addSubnet('127.0.0.0', 8)
LOOPBACK.addAddress('::1', 'ipv6')

const PRIVATE = new BlockList()
PRIVATE.addSubnet('10.0.0.0', 8)
PRIVATE.addSubnet('172.16.0.0', 12)
PRIVATE.addSubnet('192.168.0.0', 16)
PRIVATE.addSubnet('169.254.0.0', 16)
PRIVATE.addSubnet('100.64.0.0', 10)
PRIVATE.addSubnet('fc00::', 7, 'ipv6')
PRIVATE.addSubnet('fe80::', 10, 'ipv6')

const isOwn = (address: string) =>
  Object.values(os.networkInterfaces()).some((all) => all?.some((one) => one.address === address))

/** The name in `name:port`, in lower case and without the final dot of a fully qualified name. */
function hostName(host: string): string | undefined {
  return /^(\[[\da-f:.]+\]|[^\s:@/?#[\]]+?)\.?(?::\d{1,5})?$/.exec(host.toLowerCase())?.[1]
}
