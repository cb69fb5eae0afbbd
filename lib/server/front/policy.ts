import { createHash } from 'node:crypto'

/** The hashes of the inline styles and the theme script that a document may use. */
export type InlineHashes = { styles: readonly string[]; scripts: readonly string[] }

const NO_INLINE: InlineHashes = { styles: [], scripts: [] }

export function contentSecurityPolicy({ styles, scripts }: InlineHashes = NO_INLINE): string {
  return policy({
    'script-src': ["'self'", ...scripts],
    'style-src': ["'self'", ...styles],
    'connect-src': ["'self'"],
  })
}

/** For `next dev` only: hot reload evaluates strings, inlines scripts and styles and keeps a socket open. */
export function developmentPolicy(): string {
  return policy({
    'script-src': ["'self'", "'unsafe-inline'", "'unsafe-eval'"],
    'style-src': ["'self'", "'unsafe-inline'"],
    'connect-src': ["'self'", 'ws:', 'wss:'],
  })
}

type Varying = Record<'script-src' | 'style-src' | 'connect-src', string[]>

function policy(varying: Varying): string {
  const directives: Record<string, string[]> = {
    'default-src': ["'none'"],
    ...varying,
    'img-src': ["'self'", 'data:'],
    'font-src': ["'self'"],
    'manifest-src': ["'self'"],
    'form-action': ["'self'"],
    'base-uri': ["'none'"],
    'object-src': ["'none'"],
    'frame-ancestors': ["'none'"],
  }
  return Object.entries(directives)
    .map(([name, values]) => [name, ...values].join(' '))
    .join('; ')
}

/** The source expression that allows exactly this inline text. */
export function hashSource(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
}
