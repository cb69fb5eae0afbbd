import type { Surroundings } from './run-command'

/**
 * On a terminal the count is overwritten as often as the eye can follow; in a log, where each count is a line, far less
 * often.
 */
const PROGRESS_MS = 200
const LOGGED_MS = 2_000

/** On a terminal one line shows the progress and disappears at the end; elsewhere each count is a line. */
export function progressLine(stderr: Surroundings['stderr']) {
  const { isTTY } = stderr
  const pause = isTTY ? PROGRESS_MS : LOGGED_MS
  let last = performance.now()
  return {
    show(text: string) {
      if (performance.now() - last < pause) return
      last = performance.now()
      stderr.write(isTTY ? `\r${text}\u001b[K` : `${text}\n`)
    },
    end: () => isTTY && stderr.write('\r\u001b[K'),
  }
}
