import { isSame, keyedHash } from '@/lib/http/keyed-hash'
import { SIGN_IN_RATE, SIGN_IN_TOTAL_RATE } from '../rates'
import type { Verdict, Writing } from './engine'
import { type RateOutcome, takeOne } from './rate-counts'
import type { Database } from './tables'

/** A working day: an editor who comes back tomorrow signs in again. */
export const SESSION_HOURS = 12
/** Long enough to copy an address from one window to another. */
export const SIGN_IN_LINK_MINUTES = 10

const MINUTE = 60_000

/** What a session depends on: when ADMIN_TOKEN changes or is unset, every earlier session ends. */
const adminMark = (secret: string, adminToken: string | undefined) =>
  keyedHash(secret, 'admin', adminToken ?? '')

const inMinutes = (now: Date, minutes: number) =>
  new Date(now.getTime() + minutes * MINUTE).toISOString()

export type Admin = { secret: string; token: string | undefined }

/** Counts one failed attempt to sign in, for this network and in total. */
export async function countWrongSignIn(
  { db }: Writing,
  addressHash: string,
  now: Date,
): Promise<Verdict<RateOutcome>> {
  const own = await takeOne(db, SIGN_IN_RATE, addressHash, now)
  const all = await takeOne(db, SIGN_IN_TOTAL_RATE, 'all', now)
  return { keep: true, value: own.ok ? all : own }
}

/** Stores that the holder of this session token is an editor. Only the token's hash is kept. */
export async function startSession(
  { db }: Writing,
  admin: Admin,
  sessionToken: string,
  now: Date,
): Promise<Verdict<undefined>> {
  await db
    .insertInto('moderator_sessions')
    .values({
      token_hash: keyedHash(admin.secret, 'session', sessionToken),
      admin: adminMark(admin.secret, admin.token),
      expires: inMinutes(now, SESSION_HOURS * 60),
    })
    .execute()
  return { keep: true, value: undefined }
}

export async function isSession(
  db: Database,
  admin: Admin,
  sessionToken: string,
  now: Date,
): Promise<boolean> {
  const row = await db
    .selectFrom('moderator_sessions')
    .select(['admin', 'expires'])
    .where('token_hash', '=', keyedHash(admin.secret, 'session', sessionToken))
    .executeTakeFirst()
  if (row === undefined) return false
  return isSame(adminMark(admin.secret, admin.token), row.admin) && row.expires > now.toISOString()
}

export async function endSession(
  { db }: Writing,
  secret: string,
  sessionToken: string,
): Promise<Verdict<undefined>> {
  await db
    .deleteFrom('moderator_sessions')
    .where('token_hash', '=', keyedHash(secret, 'session', sessionToken))
    .execute()
  return { keep: true, value: undefined }
}

/** Stores a one-time address and makes all earlier ones invalid. */
export async function storeSignInLink(
  { db }: Writing,
  secret: string,
  linkToken: string,
  now: Date,
): Promise<Verdict<undefined>> {
  await db.deleteFrom('sign_in_links').execute()
  await db
    .insertInto('sign_in_links')
    .values({
      token_hash: keyedHash(secret, 'sign-in', linkToken),
      expires: inMinutes(now, SIGN_IN_LINK_MINUTES),
    })
    .execute()
  return { keep: true, value: undefined }
}

/** Whether the one-time address is valid; using it makes it invalid. */
export async function useSignInLink(
  { db }: Writing,
  secret: string,
  linkToken: string,
  now: Date,
): Promise<Verdict<boolean>> {
  const used = await db
    .deleteFrom('sign_in_links')
    .where('token_hash', '=', keyedHash(secret, 'sign-in', linkToken))
    .returning('expires')
    .executeTakeFirst()
  return { keep: true, value: used !== undefined && used.expires > now.toISOString() }
}
