import path from 'node:path'
import { z } from 'zod'

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

/** An empty variable counts as one that is not set: `PORT= npm start` is no request for port 0. */
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema)

const schema = z.object({
  PORT: optional(z.coerce.number().int().min(0).max(65_535).default(3000)),
  HOST: optional(z.string().default('0.0.0.0')),
  SITE_URL: optional(z.url({ protocol: /^https?$/ }).optional()),
  TRUST_PROXY: optional(z.coerce.number().int().min(0).max(10).default(0)),
  CONTENT_DIR: optional(z.string().default('content')),
  DATA_DIR: optional(z.string().default('.data')),
  DATABASE_URL: optional(z.url({ protocol: /^postgres(ql)?$/ }).optional()),
  PUBLISH_SECRET: optional(z.string().min(16).optional()),
  ADMIN_TOKEN: optional(z.string().min(16).optional()),
  LOG_LEVEL: optional(z.enum(LOG_LEVELS).default('info')),
})

export type Env = {
  port: number
  host: string
  /** Absolute origin of the site without a trailing slash; a local address when SITE_URL is not set. */
  siteUrl: string
  trustProxy: number
  contentDir: string
  dataDir: string
  databaseUrl?: string
  publishSecret?: string
  adminToken?: string
  logLevel: (typeof LOG_LEVELS)[number]
}

/** Reads and checks the environment. Throws an Error that names each variable that is wrong. */
export function parseEnv(variables: Record<string, string | undefined>): Env {
  const result = schema.safeParse(variables)
  if (!result.success) {
    const lines = result.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`)
    throw new Error(`The environment can't be used:\n${lines.join('\n')}`)
  }
  const e = result.data
  return {
    port: e.PORT,
    host: e.HOST,
    siteUrl: (e.SITE_URL ?? `http://localhost:${e.PORT}`).replace(/\/+$/, ''),
    trustProxy: e.TRUST_PROXY,
    contentDir: path.resolve(e.CONTENT_DIR),
    dataDir: path.resolve(e.DATA_DIR),
    ...(e.DATABASE_URL !== undefined && { databaseUrl: e.DATABASE_URL }),
    ...(e.PUBLISH_SECRET !== undefined && { publishSecret: e.PUBLISH_SECRET }),
    ...(e.ADMIN_TOKEN !== undefined && { adminToken: e.ADMIN_TOKEN }),
    logLevel: e.LOG_LEVEL,
  }
}

let current: Env | undefined

/** The environment of this process, read once. The only reader of `process.env`. */
export function env(): Env {
  current ??= parseEnv(process.env)
  return current
}
