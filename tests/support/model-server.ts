import { once } from 'node:events'
import http, { type IncomingMessage, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import * as z from 'zod'

const asked = z.object({
  model: z.string(),
  messages: z.array(z.object({ role: z.string(), content: z.string() })),
})
export type Asked = z.output<typeof asked> & { authorization: string | undefined; path: string }

type Answer = (asked: Asked, response: ServerResponse) => void | Promise<void>

/** A model's reply in the form of chat completions. */
export const saying =
  (say: (asked: Asked) => string): Answer =>
  (request, response) => {
    const message = { role: 'assistant', content: say(request) }
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify({ object: 'chat.completion', choices: [{ index: 0, message }] }))
  }

/** The number of a sentence in a request; 0 when it isn't there. */
export function numberOf({ messages }: Asked, sentence: string): number {
  const lines = messages
    .map(({ content }) => content)
    .join('\n')
    .split('\n')
  const line = lines.find((each) => /^\d+\. /.test(each) && each.includes(sentence))
  return line === undefined ? 0 : Number.parseInt(line, 10)
}

/** An HTTP server that speaks the protocol of models; the test decides what it answers. */
export async function startModelServer(answer: Answer) {
  const requests: Asked[] = []
  const current = { answer }
  const server = http.createServer((request, response) => void handle(request, response))
  async function handle(request: IncomingMessage, response: ServerResponse) {
    const read = asked.parse(JSON.parse(await text(request)))
    const { authorization } = request.headers
    const told = { ...read, authorization, path: request.url ?? '' }
    requests.push(told)
    await current.answer(told, response)
  }
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  return {
    url: `http://127.0.0.1:${port}/v1`,
    requests,
    /** Changes the answer from now on. */
    answer(next: Answer) {
      current.answer = next
    },
    async [Symbol.asyncDispose]() {
      server.close()
      server.closeAllConnections()
    },
  }
}
