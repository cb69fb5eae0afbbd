import { keyedHash } from '@/lib/http/keyed-hash'

/** A double click or a retry after a time-out comes within this; the same words an hour later are intended. */
export const SAME_COMMENT_MINUTES = 10
/**
 * Within this, a retry from the same network gets the secret link again. No longer: anyone behind the same address could
 * repeat the words of a published comment.
 */
export const SECRET_AGAIN_MINUTES = 2

/** Characters stored of a keyed hash: 132 bits, so that two never collide. */
const STORED = 22

/** A hash of the words without regard to spacing and case, to detect repeats anywhere on the site. */
export const textHash = (secret: string, text: string): string =>
  keyedHash(
    secret,
    'text',
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[\s\p{P}\p{Cf}]+/gu, ' ')
      .trim(),
  ).slice(0, STORED)

/**
 * Identifies posts as one comment: the hash of the words, a dot, and a hash of what else must match. One look-up in one
 * index finds both double clicks and repeats. The hashes are keyed, so that they reveal nothing about the words.
 */
export function fingerprint(secret: string, { article, parent = '', name, text }: Words): string {
  const rest = keyedHash(secret, 'same', article, parent, name, text).slice(0, STORED)
  return `${textHash(secret, text)}.${rest}`
}

type Words = { article: string; parent?: string; name: string; text: string }
