/** How long a connection may rest: longer than in common proxies (60 s), so that it is the proxy that closes. */
export const KEEP_ALIVE_MS = 65_000
