import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { programEnvironment } from '@/lib/site/env'
import type { Repository } from './repository'

/**
 * Git takes any folder with HEAD, config, objects and refs in it for a repository and runs what its config names, and such
 * a folder can be pushed: so git must never search for a repository itself. Everything that the given repository could make
 * it run (hooks, file system monitors, pagers, signature checks) is switched off too, so that git can read a repository of
 * another owner, as in a container. The owner's settings for fetching still apply: ssh, proxies, credentials.
 */
const SAFE = [
  '--no-pager',
  '--no-replace-objects',
  '--literal-pathspecs',
  ...['-c', 'safe.bareRepository=explicit'],
  ...['-c', 'safe.directory=*'],
  ...['-c', 'core.fsmonitor=false'],
  ...['-c', 'core.hooksPath=/dev/null'],
  ...['-c', 'log.showSignature=false'],
  ...['-c', 'submodule.recurse=false'],
  ...['-c', 'fetch.recurseSubmodules=false'],
]

/**
 * For each command that compares: otherwise git would read the work tree's `.gitmodules`, and stop at any error in it. No
 * setting does the same.
 */
export const NO_SUBMODULES = '--ignore-submodules=all'

/** Starts git on exactly this repository. It may fetch by these protocols only; with none it can't fetch. */
export function startGit(
  { gitDir, workTree }: Repository,
  args: readonly string[],
  protocols: readonly string[] = [],
): ChildProcessWithoutNullStreams {
  const environment = {
    ...programEnvironment(),
    LC_ALL: 'C',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
    // This overrides a config's protocol settings, which `-c protocol.allow` does not.
    GIT_ALLOW_PROTOCOL: protocols.join(':'),
    ...(protocols.length === 0 && { GIT_NO_LAZY_FETCH: '1' }),
  }
  return spawn('git', [...SAFE, `--git-dir=${gitDir}`, `--work-tree=${workTree}`, ...args], {
    cwd: workTree,
    env: environment,
    stdio: 'pipe',
    windowsHide: true,
  })
}
