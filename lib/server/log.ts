import type { IncomingMessage, ServerResponse } from 'node:http'
import pino, { type Logger } from 'pino'

/**
 * One JSON line per event on standard error; standard output stays for people. What went well is at `debug`, a
 * client's mistake at `info`, ours at `error`.
 */
export function createLog(level: string): Logger {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination(2))
}

export function logAnswer(log: Logger, req: IncomingMessage, res: ServerResponse): void {
  const status = res.statusCode
  const failed = status >= 500 && !ON_PURPOSE.has(status)
  const level = failed ? 'error' : status >= 400 ? 'info' : 'debug'
  log[level]({ method: req.method, url: loggedUrl(req.url), status }, 'answered')
}

/** 501: a client asked for a format that oEmbed doesn't have. 503: while starting, for one. */
const ON_PURPOSE = new Set([501, 503])

const MAX_LOGGED_URL = 500

/** Secret links work for whoever reads them: the log keeps where they lead, not the secret. */
const loggedUrl = (url = '') =>
  url.slice(0, MAX_LOGGED_URL).replace(/([?&](?:key|link|mine|signature)=)[^&]*/gi, '$1…')
