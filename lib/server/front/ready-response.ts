import { IncomingMessage, ServerResponse, STATUS_CODES } from 'node:http'
import { Socket } from 'node:net'
import { now } from '@/lib/site/clock'
import { KEEP_ALIVE_MS } from './keep-alive'

/**
 * A response that can be sent as one prepared piece. `writeHead` validates and joins a dozen headers again for each
 * request, and head and body go to the socket separately: together a third of the cost of a cached page. Node keeps the
 * finished head in fields that it has had since its first versions but doesn't document: they are tried once, and if they
 * no longer work, `writeHead` is called as usual.
 */
export class ReadyResponse<
  Request extends IncomingMessage = IncomingMessage,
> extends ServerResponse<Request> {
  sendReady(head: ReadyHead, body: Buffer): void {
    // A client that closes after this answer, or speaks HTTP/1.0, needs a different head.
    const whole = WORKS && this.shouldKeepAlive ? wholeAnswer(head, body) : undefined
    if (whole !== undefined) {
      this.statusCode = head.status
      Reflect.set(this, HEAD, 'sent with the body')
      Reflect.set(this, IS_SENT, true)
      // Node's own end() writes its argument and then an empty string, for which it has to combine the two again.
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

/** @property headers flat list of names and values, as `writeHead` takes it. */
export type ReadyHead = { status: number; headers: string[] }

/** The bytes sent during this second, `Date` included; discarded when the second is over. */
const answers = new Map<ReadyHead, Buffer>()
/** Enough for the pages of a rush; a crawler that requests a thousand different pages in a second gets them in pieces. */
const MAX_ANSWERS = 500
/** Copying a large body costs more than sending it separately. */
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
