import type { IncomingMessage, ServerResponse } from 'node:http'
import pino, { type Logger } from 'pino'

/**
 * One JSON line per event on standard error; standard output stays for people. What went well is at `debug`, a
 * client's mistake at `info`, ours at `error`. An address goes by the name `url`, and is cut.
 */
export function createLog(level: string): Logger {
  const format = { base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: { url } }
  return pino({ level, ...format }, pino.destination(2))
}

export function logAnswer(log: Logger, req: IncomingMessage, res: ServerResponse): void {
  const status = res.statusCode
  const failed = status >= 500 && !ON_PURPOSE.has(status)
  const level = failed ? 'error' : status >= 400 ? 'info' : 'debug'
  log[level]({ method: req.method, url: req.url, status }, 'answered')
}

/** 501: a client asked for a format that oEmbed doesn't have. 503: while starting, for one. */
const ON_PURPOSE = new Set([501, 503])

/** Enough to tell what was asked for; a client may send 16 KB. */
const MAX_LOGGED_URL = 200

/** Secret links work for anyone who reads them: the log keeps where they lead, not the secret. */
const url = (address: unknown) =>
  String(address)
    .slice(0, MAX_LOGGED_URL)
    .replace(/([?&](?:key|link|mine|signature)=)[^&]*/gi, '$1…')
