import { inject } from 'vitest'

/** For lib/threads/find-code.ts: otherwise each thread would take seconds to translate its code. */
Object.assign(globalThis, { BUNDLED_THREADS: inject('bundledThreads') })
