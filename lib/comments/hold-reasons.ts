import type { CommentSettings, HoldReason } from './comment'
import { isLookAlike } from './look-alike'

/** How long a text that was already posted counts as a repeat. */
export const REPEAT_HOURS = 24

/** An address in any form: with a scheme, with www, or as a bare domain. A false alarm only makes a comment wait. */
const LINK =
  /[a-z0-9]:\/\/|\bwww\.|\bmailto:|[\p{L}\p{N}-]\.(?:com|net|org|info|biz|io|co|me|ru|cn|xyz|top|shop|site|online|club|app|dev)\b|[\p{L}\p{N}-]\.[a-z]{2,24}\//iu

export type Suspicion = {
  name: string
  text: string
  staff: readonly string[]
  /** Published names with the same skeleton. */
  namesAlike: readonly string[]
  /** Whether the same text was posted within REPEAT_HOURS. */
  isRepeat: boolean
  isBlocked: boolean
  /** The value of the field that people don't see. */
  honeypot: string
}

/** Every reason not to publish this comment unread. */
export function holdReasons(given: Suspicion): HoldReason[] {
  const found: Record<HoldReason, boolean> = {
    // NFKC, so that full-width letters and dots can't hide an address.
    link: LINK.test(given.text.normalize('NFKC')) || LINK.test(given.name.normalize('NFKC')),
    repeat: given.isRepeat,
    'look-alike': isLookAlike(given.name, given.staff, given.namesAlike),
    blocked: given.isBlocked,
    honeypot: given.honeypot !== '',
  }
  const all: HoldReason[] = ['link', 'repeat', 'look-alike', 'blocked', 'honeypot']
  return all.filter((reason) => found[reason])
}

export function firstState(
  moderation: CommentSettings['moderation'],
  reasons: readonly HoldReason[],
): 'pending' | 'approved' {
  return moderation === 'flagged' && reasons.length === 0 ? 'approved' : 'pending'
}
