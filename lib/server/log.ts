import type { IncomingMessage, ServerResponse } from 'node:http'
import pino, { type Logger } from 'pino'
import { plainLine } from './plain-log'

/**
 * One line per event on standard error: JSON for programs, plain words on a terminal. Standard output is for people.
 * Successful requests are logged at `debug`, a client's mistakes at `info`, ours at `error`. An address is logged as `url`,
 * shortened.
 */
export function createLog(level: string, { isTerminal }: { isTerminal: boolean }): Logger {
  const plain = { write: (line: string) => process.stderr.write(plainLine(line)) }
  const format = { base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: { url } }
  return pino({ level, ...format }, isTerminal ? plain : pino.destination(2))
}

export function logAnswer(log: Logger, req: IncomingMessage, res: ServerResponse): void {
  const status = res.statusCode
  const failed = status >= 500 && !ON_PURPOSE.has(status)
  const isMistake = status >= 400 && !PROBE.test(req.url ?? '')
  const level = failed ? 'error' : isMistake ? 'info' : 'debug'
  log[level]({ method: req.method, url: req.url, status }, 'answered')
}

/** 501: a client asked for a format that oEmbed doesn't have. 503: the server is still starting, for example. */
const ON_PURPOSE = new Set([501, 503])

/** Monitoring requests these every few seconds, and gets 503 during the start. */
const PROBE = /^\/(?:healthz|readyz)(?:\?|$)/

/** Enough to recognise the address; a client may send 16 KB. */
const MAX_LOGGED_URL = 200

/** Secret links work for anyone who reads them, so the log keeps their path without the secret. */
const url = (address: unknown) =>
  String(address)
    .slice(0, MAX_LOGGED_URL)
    .replace(/([?&](?:key|link|mine|signature)=)[^&]*/gi, '$1…')
