import { addressKey } from '@/lib/article/slug'
import type { OldOutline } from '../old-text'
import { aliasOf } from './address-book'

/** The front matter takes no more. */
const MAX_ALIASES = 100

/** Gives each old address to one article only: content:check refuses two articles with one alias. */
export class AliasClaims {
  readonly #taken: Set<string>

  /** @param taken addresses of all articles and pages */
  constructor(taken: readonly string[]) {
    this.#taken = new Set(taken.map(addressKey))
  }

  claim(
    { aliases }: Pick<OldOutline, 'aliases'>,
    own: string,
    siteUrl: string | undefined,
    tell: (detail: string) => void,
  ): string[] {
    const claimed: string[] = []
    for (const address of aliases) {
      const read = aliasOf(address, siteUrl)
      if (!read.ok) {
        tell(`${read.address} ${read.problem}`)
        continue
      }
      const key = addressKey(read.alias)
      if (read.alias === own || claimed.some((each) => addressKey(each) === key)) continue
      if (this.#taken.has(key) || claimed.length === MAX_ALIASES) {
        tell(`${read.alias} is another’s address here`)
        continue
      }
      this.#taken.add(key)
      claimed.push(read.alias)
    }
    return claimed
  }
}
