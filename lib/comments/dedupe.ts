import { keyedHash } from './keyed-hash'

/** A second click or a retry after a time-out comes within this; the same words an hour later are meant. */
export const SAME_COMMENT_MINUTES = 10
/**
 * Within this, a retry from the same network gets the secret link again. Not longer: the words of a published comment
 * are there for anyone behind the same address to repeat.
 */
export const SECRET_AGAIN_MINUTES = 2

/** What makes two posts one comment. Keyed, so that it gives away nothing about the words. */
export const fingerprint = (
  secret: string,
  post: { article: string; parent?: string; name: string; text: string },
): string => keyedHash(secret, 'same', post.article, post.parent ?? '', post.name, post.text)

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
  )
