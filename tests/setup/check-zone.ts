import { expect } from 'vitest'

// A thread can't change the zone of its process: without this look a second zone might never be one.
expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(process.env.TZ)
