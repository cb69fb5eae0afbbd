import { inject } from 'vitest'

/** For lib/threads/find-code.ts: threads would each take seconds to translate their code. */
Object.assign(globalThis, { BUNDLED_THREADS: inject('bundledThreads') })
