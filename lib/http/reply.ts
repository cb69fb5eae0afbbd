import type { EndpointReply, EndpointRequest } from './endpoint'

export const header = (
  { headers }: Pick<EndpointRequest, 'headers'>,
  name: string,
): string | undefined => {
  const value = headers[name]
  return Array.isArray(value) ? value.join(', ') : value
}

export const json = (
  status: number,
  content: object,
  headers: Record<string, string> = {},
): EndpointReply => ({
  status,
  headers,
  type: 'application/json',
  body: `${JSON.stringify(content, null, 2)}\n`,
})
