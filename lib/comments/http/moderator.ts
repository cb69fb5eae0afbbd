import type { EndpointRequest } from '@/lib/http/endpoint'
import { isSame } from '@/lib/http/keyed-hash'
import { header } from '@/lib/http/reply'
import { moderatePath, signInPath } from '@/lib/site/routes'
import type { CommentDesk } from '../store/comment-desk'
import {
  type Admin,
  countWrongSignIn,
  endSession,
  isSession,
  SESSION_HOURS,
  startSession,
  useSignInLink,
} from '../store/sessions'
import type { View } from '../view'
import { whoMayPost } from '../who-may-post'
import { type CommentsReply, message, seeOther, unreachable } from './message'
import { readForm } from './read-form'

/** `__Host-`: sent only to this host over https, whatever else runs under the domain. */
const COOKIE = '__Host-moderator'
const ATTRIBUTES = 'Path=/; Secure; HttpOnly; SameSite=Lax'

const sessionToken = (request: EndpointRequest): string | undefined =>
  (header(request, 'cookie') ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .find((pair) => pair.startsWith(`${COOKIE}=`))
    ?.slice(COOKIE.length + 1)

const way = (desk: CommentDesk) => (desk.options.adminToken === undefined ? 'command' : 'token')

const askToSignIn = (desk: CommentDesk, status: number, problem?: string): CommentsReply => ({
  status,
  view: {
    kind: 'sign-in',
    way: way(desk),
    ...(problem !== undefined && { problem }),
  } satisfies View,
})

export type Moderator =
  | { ok: true; token: string; admin: Admin }
  | { ok: false; reply: CommentsReply }

/** Whether the request is an editor's. Every handler of /moderate checks this itself and relies on no earlier check. */
export async function requireModerator(
  desk: CommentDesk,
  request: EndpointRequest,
): Promise<Moderator> {
  const token = sessionToken(request)
  if (token === undefined) return { ok: false, reply: askToSignIn(desk, 401) }
  const secret = await desk.secret()
  if (!secret.ok) return { ok: false, reply: unreachable(desk) }
  const admin = { secret: secret.value, token: desk.options.adminToken }
  const known = await desk.database.read((db) => isSession(db, admin, token, desk.now()))
  if (!known.ok) return { ok: false, reply: unreachable(desk) }
  if (!known.value) return { ok: false, reply: askToSignIn(desk, 401) }
  return { ok: true, token, admin }
}

/**
 * Whether our own form sent this from the same browser: SameSite keeps the cookie from most other forms, this check from
 * the rest.
 */
export function isOwnForm(desk: CommentDesk, request: EndpointRequest): boolean {
  const origins = desk.options.siteOrigins(header(request, 'host'))
  const decision = whoMayPost(header(request, 'origin'), header(request, 'sec-fetch-site'), origins)
  return decision === 'allowed'
}

export const foreignForm = ({ words: { replies, moderation } }: CommentDesk) =>
  message(403, replies.elsewhere, moderation.elsewhere)

/** GET /moderate/sign-in, with or without a one-time link: merely looking at the link doesn't use it up. */
export function showSignIn(desk: CommentDesk, request: EndpointRequest): CommentsReply {
  const link = request.query.get('link')
  if (link === null || way(desk) === 'token') return askToSignIn(desk, 200)
  return { status: 200, view: { kind: 'sign-in', way: 'link', link } }
}

/** POST /moderate/sign-in */
export async function signIn(desk: CommentDesk, request: EndpointRequest): Promise<CommentsReply> {
  const now = desk.now()
  if (!isOwnForm(desk, request)) return foreignForm(desk)
  const form = readForm(desk, request)
  if (!form.ok) return form.reply
  const secret = await desk.secret()
  if (!secret.ok) return unreachable(desk)
  const admin = { secret: secret.value, token: desk.options.adminToken }
  const isRight = await mayEnter(desk, admin, form.fields, now)
  if (!isRight.ok) return unreachable(desk)
  if (!isRight.value) return refuseWrong(desk, request.client, now)
  const token = desk.newToken()
  const started = await desk.database.write((w) => startSession(w, admin, token, now))
  if (!started.ok) return unreachable(desk)
  const cookie = `${COOKIE}=${token}; ${ATTRIBUTES}; Max-Age=${SESSION_HOURS * 3600}`
  return seeOther(moderatePath(), { 'set-cookie': cookie })
}

/** Only wrong attempts count: an editor gets in, however often others guess. */
async function refuseWrong(desk: CommentDesk, client: string, now: Date): Promise<CommentsReply> {
  const hashes = await desk.addressHashes(client, now)
  if (!hashes.ok) return unreachable(desk)
  const counted = await desk.database.write((w) => countWrongSignIn(w, hashes.value[0], now))
  if (!counted.ok) return unreachable(desk)
  if (counted.value.ok) return askToSignIn(desk, 401, desk.words.moderation.wrong)
  const reply = askToSignIn(desk, 429, desk.words.moderation.tooMany)
  return { ...reply, headers: { 'retry-after': String(counted.value.retryAfter) } }
}

/** With ADMIN_TOKEN set, only the token works; without it, only a one-time link from the command line. */
async function mayEnter(
  desk: CommentDesk,
  admin: Admin,
  fields: (name: string) => string,
  now: Date,
) {
  if (admin.token !== undefined) {
    return { ok: true, value: isSame(admin.token, fields('token')) } as const
  }
  return desk.database.write((w) => useSignInLink(w, admin.secret, fields('link'), now))
}

/** POST /moderate/sign-out */
export async function signOut(desk: CommentDesk, request: EndpointRequest): Promise<CommentsReply> {
  if (!isOwnForm(desk, request)) return foreignForm(desk)
  const moderator = await requireModerator(desk, request)
  if (!moderator.ok) return moderator.reply
  const { token, admin } = moderator
  const ended = await desk.database.write((w) => endSession(w, admin.secret, token))
  if (!ended.ok) return unreachable(desk)
  return seeOther(signInPath(), { 'set-cookie': `${COOKIE}=; ${ATTRIBUTES}; Max-Age=0` })
}
