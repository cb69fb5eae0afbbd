import path from 'node:path'
import * as z from 'zod'

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

/** An empty variable counts as unset: `PORT= npm start` doesn't ask for port 0. */
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema)

const wholeNumber = (max: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .refine((value) => value <= max)

/** An origin alone: a path would be lost from every address made with it. */
function isOrigin(value: string): boolean {
  const url = URL.canParse(value) ? new URL(value) : undefined
  if (url === undefined || !/^https?:$/.test(url.protocol)) return false
  return url.pathname === '/' && `${url.search}${url.hash}${url.username}${url.password}` === ''
}

/** Without a user name, which fetch refuses. */
const isHttp = (value: string) =>
  /^https?:\/\//i.test(value) && URL.canParse(value) && new URL(value).username === ''

const secret = z.string().min(16)

const schema = z.object({
  PORT: optional(wholeNumber(65_535).optional()),
  HOST: optional(z.string().default('0.0.0.0')),
  SITE_URL: optional(z.string().refine(isOrigin).optional()),
  TRUST_PROXY: optional(wholeNumber(10).optional()),
  CONTENT_DIR: optional(z.string().default('content')),
  DATA_DIR: optional(z.string().default('.data')),
  DATABASE_URL: optional(z.url({ protocol: /^postgres(ql)?$/ }).optional()),
  PUBLISH_SECRET: optional(secret.optional()),
  ADMIN_TOKEN: optional(secret.optional()),
  ASK_MODEL_URL: optional(z.string().refine(isHttp).optional()),
  ASK_MODEL: optional(z.string().optional()),
  ASK_MODEL_KEY: optional(z.string().optional()),
  ASK_MODEL_PER_DAY: optional(wholeNumber(10_000_000).default(1_000)),
  LOG_LEVEL: optional(z.enum(LOG_LEVELS).default('info')),
})

const DEFAULT_PORT = 3000

/** What each variable must be. A secret's value is never shown. */
const EXPECTED: Record<string, string> = {
  PORT: 'must be a whole number from 0 to 65535',
  SITE_URL: 'must be the address of the site without a path, such as https://news.example',
  TRUST_PROXY: 'must be the number of proxies in front, from 0 to 10',
  DATABASE_URL: 'must be an address such as postgres://user:password@host/name',
  PUBLISH_SECRET: 'must have at least 16 characters',
  ADMIN_TOKEN: 'must have at least 16 characters',
  ASK_MODEL_URL: 'must be the address of a model, such as http://127.0.0.1:11434/v1',
  ASK_MODEL: 'must name the model at ASK_MODEL_URL',
  ASK_MODEL_PER_DAY: 'must be a whole number: how often the model may be asked in a day',
  LOG_LEVEL: `must be one of ${LOG_LEVELS.join(', ')}`,
}
const SECRET = new Set(['DATABASE_URL', 'PUBLISH_SECRET', 'ADMIN_TOKEN', 'ASK_MODEL_KEY'])

/** A model that chooses sentences, reached by OpenAI's chat completions. */
export type ModelSettings = {
  url: string
  model: string
  key?: string
  callsPerDay: number
}

export type Env = {
  port: number
  host: string
  /** The site's absolute origin without a trailing slash; a local address if SITE_URL isn't set. */
  siteUrl: string
  /** Without SITE_URL the site has no name of its own, and answers to any local one. */
  siteUrlIsSet: boolean
  trustProxy: number
  contentDir: string
  dataDir: string
  databaseUrl?: string
  publishSecret?: string
  adminToken?: string
  askModel?: ModelSettings
  logLevel: (typeof LOG_LEVELS)[number]
}

/** Parses and checks the environment. Throws an Error that names every invalid variable. */
export function parseEnv(variables: Record<string, string | undefined>): Env {
  const result = schema.safeParse(variables)
  if (!result.success) {
    const names = [...new Set(result.error.issues.map((issue) => String(issue.path[0])))]
    throw new Error(names.map((name) => complaint(name, variables[name])).join('\n'))
  }
  const e = result.data
  if (e.ASK_MODEL_URL !== undefined && e.ASK_MODEL === undefined)
    throw new Error(complaint('ASK_MODEL', variables.ASK_MODEL))
  const port = e.PORT ?? DEFAULT_PORT
  return {
    port,
    host: e.HOST,
    siteUrl: new URL(e.SITE_URL ?? `http://localhost:${port}`).origin,
    siteUrlIsSet: e.SITE_URL !== undefined,
    trustProxy: e.TRUST_PROXY ?? 0,
    contentDir: path.resolve(e.CONTENT_DIR),
    dataDir: path.resolve(e.DATA_DIR),
    ...(e.DATABASE_URL !== undefined && { databaseUrl: e.DATABASE_URL }),
    ...(e.PUBLISH_SECRET !== undefined && { publishSecret: e.PUBLISH_SECRET }),
    ...(e.ADMIN_TOKEN !== undefined && { adminToken: e.ADMIN_TOKEN }),
    ...(e.ASK_MODEL_URL !== undefined && {
      askModel: {
        url: e.ASK_MODEL_URL,
        model: e.ASK_MODEL ?? '',
        ...(e.ASK_MODEL_KEY !== undefined && { key: e.ASK_MODEL_KEY }),
        callsPerDay: e.ASK_MODEL_PER_DAY,
      },
    }),
    logLevel: e.LOG_LEVEL,
  }
}

function complaint(name: string, value: string | undefined): string {
  const isShown = !SECRET.has(name) && value !== undefined
  const shown = isShown ? `, not ${JSON.stringify(value)}` : ''
  return `${name} ${EXPECTED[name] ?? "can't be used"}${shown}.`
}

let current: Env | undefined

/** The environment of this process, read once. The only reader of `process.env`. */
export function env(): Env {
  current ??= parseEnv(process.env)
  return current
}

/** Whether this is `npm run dev`: the only reader is an editor or engineer, who may see everything. */
export function isDevelopment(): boolean {
  return process.env.NODE_ENV === 'development'
}

/** The environment for programs that we start: ours, without what would point git at another repository. */
export function programEnvironment(): NodeJS.ProcessEnv {
  const kept = { ...process.env }
  for (const name of Object.keys(kept)) if (name.startsWith('GIT_')) delete kept[name]
  return kept
}

/**
 * Tells React and Next, which read it when they load, which of their builds to use, and tells Next to stay off the network.
 */
export function setMode(mode: 'development' | 'production'): void {
  Object.assign(process.env, { NODE_ENV: mode, NEXT_TELEMETRY_DISABLED: '1' })
}

/** Tells fontconfig, which reads it when the first text is drawn, to use only the fonts of this configuration. */
export function setFonts(configuration: string): void {
  Object.assign(process.env, { FONTCONFIG_FILE: configuration })
}
