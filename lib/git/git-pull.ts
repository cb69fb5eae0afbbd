import { execFile } from 'node:child_process'
import { kindOfFile } from '@/lib/content/content-files'
import type { ChangedPaths } from '@/lib/publish/publication'
import { programEnvironment } from '@/lib/site/env'

export type Pulled =
  | { ok: true; commit: string | undefined; paths: ChangedPaths }
  | { ok: false; failure: string }

/** A push of pictures over a slow line takes a minute; a remote that says nothing must not hold up the next one. */
const TIMEOUT_MS = 120_000
const MAX_OUTPUT = 16 * 1_048_576
/** Of what git says of its failure an editor needs a few lines. */
const MAX_COMPLAINT = 1_000

/** Nothing that the repository brings along runs, and git asks nobody anything. */
const SAFE = [
  ...['-c', 'core.hooksPath=/dev/null'],
  ...['-c', 'core.fsmonitor=false'],
  ...['-c', 'safe.directory=*'],
  '--no-pager',
]

type Answer = { ok: true; text: string } | { ok: false; failure: string }

function git(folder: string, ...args: string[]): Promise<Answer> {
  const options = {
    cwd: folder,
    timeout: TIMEOUT_MS,
    maxBuffer: MAX_OUTPUT,
    env: { ...programEnvironment(), LC_ALL: 'C', GIT_TERMINAL_PROMPT: '0' },
  }
  return new Promise((resolve) => {
    const child = execFile('git', [...SAFE, ...args], options, (error, stdout, stderr) => {
      if (error === null) resolve({ ok: true, text: stdout })
      else resolve({ ok: false, failure: complaint(error, stderr) })
    })
    child.stdin?.end()
  })
}

function complaint(error: Error & { killed?: boolean }, stderr: string): string {
  if (error.killed) return `git took longer than ${TIMEOUT_MS / 1000} seconds`
  const words = stderr.trim() === '' ? error.message : stderr.trim()
  // An address may carry a password.
  return words.replace(/\/\/[^/@\s]+@/g, '//').slice(0, MAX_COMPLAINT)
}

const NONE: ChangedPaths = { added: [], changed: [], removed: [] }

/**
 * `git pull --ff-only` in the repository that the content folder is part of. A folder that is in none is what it is:
 * nothing to pull, and no failure.
 */
export async function pullContent(contentDir: string): Promise<Pulled> {
  const inside = await git(contentDir, 'rev-parse', '--is-inside-work-tree')
  if (!inside.ok && /not a git repository/.test(inside.failure)) {
    return { ok: true, commit: undefined, paths: NONE }
  }
  const before = await git(contentDir, 'rev-parse', 'HEAD')
  const pulled = await git(contentDir, 'pull', '--ff-only', '--no-recurse-submodules', '--quiet')
  if (!pulled.ok) return pulled
  const after = await git(contentDir, 'rev-parse', 'HEAD')
  if (!before.ok || !after.ok || before.text === after.text) {
    return { ok: true, commit: after.ok ? after.text.trim() : undefined, paths: NONE }
  }
  const [from, to] = [before.text.trim(), after.text.trim()]
  const range = ['--no-renames', '--name-status', '-z', '--relative', from, to, '--', '.']
  const diff = await git(contentDir, 'diff', ...range)
  return { ok: true, commit: to, paths: diff.ok ? readPaths(diff.text) : NONE }
}

/** What `git diff --name-status -z` writes: status and path in turn. */
function readPaths(text: string): ChangedPaths {
  const paths: ChangedPaths = { added: [], changed: [], removed: [] }
  const pieces = text.split('\0')
  for (let i = 0; i + 1 < pieces.length; i += 2) {
    const path = (pieces[i + 1] ?? '').normalize('NFC')
    const at = path.lastIndexOf('/')
    if (kindOfFile(at < 0 ? '' : path.slice(0, at), path.slice(at + 1)) === undefined) continue
    const status = pieces[i]
    if (status === 'A') paths.added.push(path)
    else if (status === 'D') paths.removed.push(path)
    else paths.changed.push(path)
  }
  return paths
}
