import { once } from 'node:events'
import type { Server } from 'node:http'
import type { Env } from '@/lib/site/env'
import { StartError } from '../start-error'

/** Takes the port; returns the address for a person to open. */
export async function listen(server: Server, env: Pick<Env, 'host' | 'port'>): Promise<string> {
  const { host, port } = env
  try {
    server.listen({ host, port })
    await once(server, 'listening')
  } catch (error) {
    throw new StartError(explain(error, env), { cause: error })
  }
  const address = server.address()
  const actual = typeof address === 'object' && address !== null ? address.port : port
  const anywhere = host === '0.0.0.0' || host === '::'
  const name = anywhere ? 'localhost' : host.includes(':') ? `[${host}]` : host
  return `http://${name}:${actual}`
}

function explain(error: unknown, { host, port }: Pick<Env, 'host' | 'port'>): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE') {
    return `PORT: ${port} is in use by another program. Stop that one, or set PORT to another number.`
  }
  if (code === 'EACCES')
    return `PORT: ${port} needs special privileges. Set PORT to 1024 or higher.`
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return `HOST: ${host} is not an address of this machine. Leave HOST unset to listen on all of them.`
  }
  return `HOST ${host}, PORT ${port}: ${error instanceof Error ? error.message : String(error)}`
}
