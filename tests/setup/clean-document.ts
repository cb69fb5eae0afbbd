import { cleanup } from '@testing-library/react'
import { afterEach } from 'vitest'

/** Files share one document. */
afterEach(() => {
  cleanup()
  document.body.replaceChildren()
})
