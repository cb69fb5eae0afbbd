import { expect } from 'vitest'

// A thread can't change the time zone of its process: without this check the tests for a second zone might run in the
// first.
expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(process.env.TZ)
