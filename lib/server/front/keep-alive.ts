/** How long a connection may be idle: longer than in common proxies (60 s), so that the proxy closes first. */
export const KEEP_ALIVE_MS = 65_000
