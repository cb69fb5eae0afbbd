import type { EarlierQuote } from '@/lib/insight/choose-earlier'
import type { Rail } from '@/lib/related/rail'

/** What stands beside an article and below it, in slugs: what readers see of them is read by the page itself. */
export type Surroundings = { rail: Rail; story: EarlierQuote[] }
