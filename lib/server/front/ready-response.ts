import { IncomingMessage, ServerResponse, STATUS_CODES } from 'node:http'
import { Socket } from 'node:net'
import { now } from '@/lib/site/clock'
import { KEEP_ALIVE_MS } from './keep-alive'

/**
 * A response that can leave as one piece made beforehand. `writeHead` checks and joins a dozen headers again for each
 * request, and head and body go to the socket apart: together a third of all that a cached page costs. Node keeps
 * the finished head in fields it has had since its first versions but doesn't document: they are tried out once, and
 * where they no longer work `writeHead` is called as anywhere else.
 */
export class ReadyResponse<
  Request extends IncomingMessage = IncomingMessage,
> extends ServerResponse<Request> {
  sendReady(head: ReadyHead, body: Buffer): void {
    // A client that closes after this answer, or speaks HTTP/1.0, needs another head.
    const whole = WORKS && this.shouldKeepAlive ? wholeAnswer(head, body) : undefined
    if (whole !== undefined) {
      this.statusCode = head.status
      Reflect.set(this, HEAD, 'sent with the body')
      Reflect.set(this, IS_SENT, true)
      // Node's own end() writes what it is given and then an empty string, for which the two are gathered once more.
      if (this.socket?.writableLength === 0) {
        this.socket.write(whole)
        this.end()
      } else {
        this.end(whole)
      }
    } else {
      this.writeHead(head.status, head.headers).end(body)
    }
  }
}

const HEAD = '_header'
const IS_SENT = '_headerSent'

const WORKS = (() => {
  const response = new ServerResponse(new IncomingMessage(new Socket()))
  Reflect.set(response, HEAD, 'x')
  return response.headersSent && Object.hasOwn(response, IS_SENT)
})()

/** @property headers flat name-value list, as `writeHead` takes it. */
export type ReadyHead = { status: number; headers: string[] }

/** What goes over the wire in this second, `Date` included; thrown away when it is over. */
const answers = new Map<ReadyHead, Buffer>()
/** The pages of a rush; a crawler that takes a thousand different ones in a second is served piece by piece. */
const MAX_ANSWERS = 500
/** Copying a large body costs more than sending it apart. */
const MAX_BODY = 64 * 1024
const SECOND_MS = 1_000
const KEEP_ALIVE = `Connection: keep-alive\r\nKeep-Alive: timeout=${KEEP_ALIVE_MS / 1000}\r\n`

function wholeAnswer(head: ReadyHead, body: Buffer): Buffer | undefined {
  const ready = answers.get(head)
  if (ready !== undefined) return ready
  if (answers.size >= MAX_ANSWERS || body.length > MAX_BODY) return undefined
  const date = now()
  if (answers.size === 0) setTimeout(() => answers.clear(), SECOND_MS - date.getMilliseconds())
  const lines = head.headers.map((part, i) => part + (i % 2 === 0 ? ': ' : '\r\n')).join('')
  const first = `HTTP/1.1 ${head.status} ${STATUS_CODES[head.status]}\r\n`
  const last = `Date: ${date.toUTCString()}\r\n${KEEP_ALIVE}\r\n`
  const answer = Buffer.concat([Buffer.from(first + lines + last, 'latin1'), body])
  answers.set(head, answer)
  return answer
}
