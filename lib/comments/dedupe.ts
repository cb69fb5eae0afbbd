import { keyedHash } from '@/lib/http/keyed-hash'

/** A second click or a retry after a time-out comes within this; the same words an hour later are meant. */
export const SAME_COMMENT_MINUTES = 10
/**
 * Within this, a retry from the same network gets the secret link again. Not longer: the words of a published comment
 * are there for anyone behind the same address to repeat.
 */
export const SECRET_AGAIN_MINUTES = 2

/** Characters of a keyed hash that are stored: 132 bits, which nothing meets by chance. */
const STORED = 22

/** The same words in whatever spacing and case, anywhere on the site: for spotting repeats. */
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
 * What makes two posts one comment: the hash of their words, a point, and what else must be the same. So one look-up in
 * one place finds both a second click and a repeat. Keyed, so that it gives away nothing about the words.
 */
export function fingerprint(secret: string, { article, parent = '', name, text }: Words): string {
  const rest = keyedHash(secret, 'same', article, parent, name, text).slice(0, STORED)
  return `${textHash(secret, text)}.${rest}`
}

type Words = { article: string; parent?: string; name: string; text: string }
