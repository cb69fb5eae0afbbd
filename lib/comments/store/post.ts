/** A comment on its way in: validated, its article known to be open. */
export type Post = {
  id: string
  article: string
  parent?: string
  name: string
  text: string
  honeypot: string
  created: Date
  /** Of this writer's network with today's key and with yesterday's. */
  addressHashes: readonly [string, string]
  /** See dedupe.ts. */
  fingerprint: string
  textHash: string
}
