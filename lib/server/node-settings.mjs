// What has to be said before a process begins. Each was measured: see the README's decisions.

/** For the thread that makes pages: a small young generation, a heap that grows in small steps, one thread that helps. */
export const flags = [
  '--max-semi-space-size=8',
  '--heap-growing-percent=25',
  '--v8-pool-size=1',
  '--no-parallel-scavenge',
]

/** glibc keeps two heaps, and not one for each thread: 40 MB less. */
export const environment = { MALLOC_ARENA_MAX: '2' }
