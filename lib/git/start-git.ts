import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { programEnvironment } from '@/lib/site/env'
import type { Repository } from './repository'

/**
 * Git takes any folder with HEAD, config, objects and refs in it for a repository and runs what its config names, and
 * such a folder can be pushed: so git never looks for a repository itself. What it would run on behalf of the one that
 * it is given (hooks, file system monitors, pagers, checks of signatures) is switched off as well, so that a repository
 * of another owner can be read, as in a container. What stays is what its owner configured for fetching: ssh, proxies,
 * credentials.
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
 * For each command that compares: git would else read the work tree's `.gitmodules`, and end at what it finds wrong
 * with it. There is no setting that does the same.
 */
export const NO_SUBMODULES = '--ignore-submodules=all'

/** Starts git on exactly this repository. It may fetch by these protocols alone; without one it fetches nothing. */
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
    // It overrules what a config says of protocols, which `-c protocol.allow` does not.
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
