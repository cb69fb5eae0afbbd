/** A request as the server hands it over: its `EndpointRequest` fits. */
export type EditorRequest = {
  params: Record<string, string>
  query: URLSearchParams
  headers: Record<string, string | string[] | undefined>
  body: Uint8Array
  /** The client's address, as far as proxies let us believe it. */
  client: string
}

/** `page` is the internal path of a page that is rendered as the answer, once if it is for all. */
export type EditorReply = {
  status: number
  headers?: Record<string, string>
  type?: string
  body?: string
  page?: string
  isForAll?: boolean
}

export const header = (request: EditorRequest, name: string): string | undefined => {
  const value = request.headers[name]
  return Array.isArray(value) ? value.join(', ') : value
}

export const json = (
  status: number,
  content: object,
  headers: Record<string, string> = {},
): EditorReply => ({
  status,
  headers,
  type: 'application/json',
  body: `${JSON.stringify(content, null, 2)}\n`,
})
