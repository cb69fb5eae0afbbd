import type { View } from '../view'

/** A request as the server hands it over: its `EndpointRequest` fits. */
export type CommentsRequest = {
  method: string
  pathname: string
  params: Record<string, string>
  query: URLSearchParams
  headers: Record<string, string | string[] | undefined>
  body: Uint8Array
  /** The client's address, as far as proxies let us believe it. */
  client: string
}

/** A view is rendered as a page of the site; without one only status and headers go out. */
export type CommentsReply = { status: number; headers?: Record<string, string>; view?: View }

export const seeOther = (
  location: string,
  headers: Record<string, string> = {},
): CommentsReply => ({
  status: 303,
  headers: { ...headers, location },
})

export const message = (status: number, title: string, text: string): CommentsReply => ({
  status,
  view: { kind: 'message', title, text },
})

export const UNAVAILABLE_REPLY: CommentsReply = {
  ...message(
    503,
    'Comments are unavailable',
    'The comments can’t be reached just now. Please try again in a moment.',
  ),
  headers: { 'retry-after': '5' },
}

export const header = (request: CommentsRequest, name: string): string | undefined => {
  const value = request.headers[name]
  return Array.isArray(value) ? value.join(', ') : value
}
