import { randomBytes } from 'node:crypto'
import { networkOf } from '@/lib/http/network'
import { type Paper, type Words, wordsOf } from '@/lib/words/words'
import { addressHash } from '../address-hash'
import { type CommentSettings, DEFAULT_COMMENT_SETTINGS } from '../comment'
import { commentId, ID_RANDOM_BYTES } from '../comment-id'
import { RATE_LIMITS, type RateLimits } from '../rates'
import { DAY_KEY_BYTES, readAddressKeys } from './address-keys'
import type { CommentDatabase } from './comment-database'
import type { Outcome } from './engine'
import { agreeOnKey } from './secret-key'

/** What comments need to know of an article. */
export type DiscussedArticle = {
  slug: string
  title: string
  published: { at: Date }
  comments?: 'open' | 'closed'
}

export type DeskOptions = {
  database: CommentDatabase
  /** This server's own key; on PostgreSQL all servers use the first server's. */
  ownKey: string
  isShared: boolean
  adminToken?: string
  /** The origins under which the site is reached. */
  siteOrigins: (host: string | undefined) => readonly string[]
  settings: () => CommentSettings | undefined
  /** Decides the words of the answers to writers. */
  paper: () => Paper
  findArticle: (slug: string, now: Date) => DiscussedArticle | undefined
  /** A sentence of a visible article, word for word. */
  findSentence: (slug: string, id: string, now: Date) => string | undefined
  /** The model that chooses what readers see, under the name in the form; undefined if there is none. */
  model?: string | undefined
  now: () => Date
  limits?: RateLimits
}

const randomText = (bytes: number) => randomBytes(bytes).toString('base64url')

/** Everything that is needed to answer requests about comments. */
export class CommentDesk {
  readonly database: CommentDatabase
  readonly limits: RateLimits
  readonly options: DeskOptions
  #secret: string | undefined
  #keys: { day: string; keys: [string, string] } | undefined

  constructor(options: DeskOptions) {
    this.options = options
    this.database = options.database
    this.limits = options.limits ?? RATE_LIMITS
    if (!options.isShared) this.#secret = options.ownKey
  }

  now = (): Date => this.options.now()

  settings = (): CommentSettings => this.options.settings() ?? DEFAULT_COMMENT_SETTINGS

  get words(): Words {
    return wordsOf(this.options.paper())
  }

  newId = (now: Date): string => commentId(now, randomBytes(ID_RANDOM_BYTES))

  newToken = (): string => randomText(32)

  /** The key that signs links. */
  async secret(): Promise<Outcome<string>> {
    if (this.#secret !== undefined) return { ok: true, value: this.#secret }
    const agreed = await this.database.write((writing) => agreeOnKey(writing, this.options.ownKey))
    if (agreed.ok) this.#secret = agreed.value
    return agreed
  }

  /** The hashes of a client's address with today's key and yesterday's. */
  async addressHashes(client: string, now: Date): Promise<Outcome<[string, string]>> {
    const day = now.toISOString().slice(0, 10)
    if (this.#keys?.day !== day) {
      const fresh = [randomText(DAY_KEY_BYTES), randomText(DAY_KEY_BYTES)] as const
      const keys = await this.database.write(async ({ db }) => ({
        keep: true,
        value: await readAddressKeys(db, now, fresh),
      }))
      if (!keys.ok) return keys
      this.#keys = { day, keys: keys.value }
    }
    const network = networkOf(client) ?? 'unknown'
    const [today, yesterday] = this.#keys.keys
    return { ok: true, value: [addressHash(today, network), addressHash(yesterday, network)] }
  }
}
