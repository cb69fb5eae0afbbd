import { createHash } from 'node:crypto'

/** What a document may run and show; each inline style and the theme script by their hash. */
export type InlineHashes = { styles: readonly string[]; scripts: readonly string[] }

const NO_INLINE: InlineHashes = { styles: [], scripts: [] }

export function contentSecurityPolicy({ styles, scripts }: InlineHashes = NO_INLINE): string {
  return policy({
    'script-src': ["'self'", ...scripts],
    'style-src': ["'self'", ...styles],
    'connect-src': ["'self'"],
  })
}

/** Hot reload evaluates strings, inlines scripts and styles and holds a socket open: `next dev` only. */
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
