const IPV4 = /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)$/
/** A home or a phone gets a whole /64 and may use a new address of it for each request. */
const IPV6_NETWORK_GROUPS = 4

/**
 * The eight groups of an IPv6 address; undefined for anything else. The URL parser validates and shortens, and this
 * expands.
 */
function ipv6Groups(address: string): string[] | undefined {
  const url = `http://[${address}]/`
  if (!/^[\da-f:.]+$/i.test(address) || !URL.canParse(url)) return undefined
  const [head = '', tail] = new URL(url).hostname.slice(1, -1).split('::')
  const before = head === '' ? [] : head.split(':')
  const after = tail === undefined || tail === '' ? [] : tail.split(':')
  const zeros = Array.from({ length: 8 - before.length - after.length }, () => '0')
  return [...before, ...zeros, ...after]
}

/** Proxies and sockets write `1.2.3.4:80`, `[::1]:80` and `fe80::1%eth0`. */
function withoutPort(written: string): string {
  const bracketed = /^\[([^\]]*)\](?::\d+)?$/.exec(written)?.[1]
  const ported = /^([\d.]+):\d+$/.exec(written)?.[1]
  return (bracketed ?? ported ?? written).replace(/%.*$/, '')
}

/**
 * The part of an address that one person can hardly change at will: an IPv4 address, or the /64 network of an IPv6 one;
 * undefined for anything else.
 */
export function networkOf(written: string): string | undefined {
  const address = withoutPort(written.trim())
  if (IPV4.test(address)) return address
  const groups = ipv6Groups(address)
  if (groups === undefined) return undefined
  const [g6 = '0', g7 = '0'] = groups.slice(6)
  // An IPv4 client on a dual-stack socket.
  if (groups.slice(0, 6).join(':') === '0:0:0:0:0:ffff') {
    const high = Number.parseInt(g6, 16)
    const low = Number.parseInt(g7, 16)
    return [high >> 8, high & 255, low >> 8, low & 255].join('.')
  }
  return `${groups.slice(0, IPV6_NETWORK_GROUPS).join(':')}::/64`
}
