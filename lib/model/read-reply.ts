import * as z from 'zod'
import type { ModelSettings } from '@/lib/site/env'
import type { Message } from './choosing'

/** Why there is no reply, in words for the log and for editors: nothing that the model or its server wrote. */
export class ModelFailure extends Error {}

/** Enough for numbers and commas, and for the thoughts of a model that reasons. */
const MOST_TOKENS = 400
/** The size of a reply with that many tokens and everything that servers put around it. */
const MOST_BYTES = 64 * 1024

const completion = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1),
})

/**
 * The model's reply to these messages, by OpenAI's chat completions, which llama.cpp, Ollama, vLLM and hosted models all
 * support: https://platform.openai.com/docs/api-reference/chat. Throws a ModelFailure after `limit` milliseconds.
 */
export async function askModel(
  { url, model, key }: ModelSettings,
  messages: readonly Message[],
  limit: number,
): Promise<string> {
  const signal = AbortSignal.timeout(limit)
  try {
    const reply = await fetch(completionsOf(url), {
      method: 'POST',
      // Nobody has agreed to send the texts to another host.
      redirect: 'error',
      signal,
      headers: {
        'content-type': 'application/json',
        ...(key !== undefined && { authorization: `Bearer ${key}` }),
      },
      body: JSON.stringify({
        ...{ model, messages, temperature: 0, max_tokens: MOST_TOKENS, stream: false },
      }),
    })
    if (!reply.ok) {
      await reply.body?.cancel()
      throw new ModelFailure(`it answered with status ${reply.status}`)
    }
    const read = completion.safeParse(JSON.parse(await readText(reply)))
    const content = read.data?.choices[0]?.message.content
    if (content === undefined) throw new ModelFailure('its reply is not a chat completion')
    return content
  } catch (cause) {
    throw failureOf(cause, signal, limit)
  }
}

/** The address is the interface's (`…/v1`), or already that of its completions. */
const completionsOf = (url: string) =>
  /\/chat\/completions$/.test(url) ? url : `${url.replace(/\/$/, '')}/chat/completions`

async function readText(reply: Response): Promise<string> {
  const parts: Uint8Array[] = []
  let bytes = 0
  for await (const part of reply.body ?? []) {
    bytes += part.length
    if (bytes > MOST_BYTES) throw new ModelFailure(`its reply is longer than ${MOST_BYTES} bytes`)
    parts.push(part)
  }
  return Buffer.concat(parts).toString()
}

function failureOf(cause: unknown, signal: AbortSignal, limit: number): ModelFailure {
  if (cause instanceof ModelFailure) return cause
  if (signal.aborted) return new ModelFailure(`it took longer than ${limit / 1000} s`, { cause })
  if (cause instanceof SyntaxError) return new ModelFailure('its reply is not JSON', { cause })
  return new ModelFailure('it can’t be reached, or broke the connection off', { cause })
}
