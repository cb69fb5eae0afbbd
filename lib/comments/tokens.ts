import { isSame, keyedHash } from '@/lib/http/keyed-hash'

/** Long enough to fix a typing error, too short to reverse a comment's meaning after others have answered it. */
export const EDIT_MINUTES = 15
/** How long a writer may look at the question whether to post. */
export const CONFIRM_MINUTES = 60

const MINUTE = 60_000

/** The key in the secret link of a comment. It can't be guessed, and since it is derived, it is stored nowhere. */
export const ownerKey = (secret: string, id: string): string => keyedHash(secret, 'owner', id)

export type OwnerDecision = 'allowed' | 'wrong' | 'expired'

export function mayDelete(secret: string, id: string, key: string): OwnerDecision {
  return isSame(ownerKey(secret, id), key) ? 'allowed' : 'wrong'
}

export function mayEdit(
  secret: string,
  comment: { id: string; created: Date },
  key: string,
  now: Date,
): OwnerDecision {
  if (!isSame(ownerKey(secret, comment.id), key)) return 'wrong'
  const age = now.getTime() - comment.created.getTime()
  return age < EDIT_MINUTES * MINUTE ? 'allowed' : 'expired'
}

/** What a confirmation covers: everything that would be stored, and who asked. */
export type Confirmation = {
  article: string
  parent: string
  name: string
  text: string
  client: string
}

const confirmParts = (c: Confirmation) => [c.article, c.parent, c.name, c.text, c.client]

/** A token that lets exactly this comment be posted without Origin and Sec-Fetch-Site, for CONFIRM_MINUTES. */
export function confirmToken(secret: string, confirmation: Confirmation, now: Date): string {
  const until = (now.getTime() + CONFIRM_MINUTES * MINUTE).toString(36)
  return `${until}.${keyedHash(secret, 'confirm', until, ...confirmParts(confirmation))}`
}

export function isConfirmed(
  secret: string,
  confirmation: Confirmation,
  token: string,
  now: Date,
): boolean {
  const [until = '', hash = ''] = token.split('.')
  const isOurs = isSame(keyedHash(secret, 'confirm', until, ...confirmParts(confirmation)), hash)
  return isOurs && Number.parseInt(until, 36) > now.getTime()
}
