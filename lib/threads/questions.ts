import { channel } from 'node:diagnostics_channel'

/**
 * Pages (Next's bundle) and the server (tsx) are two programs in one process that share no module. A page that needs
 * something only the server holds, as the database of comments, asks over a channel, of which a process has one
 * whoever opens it; the server answers with a promise.
 */
type Asked<Ask, Answer> = { ask: Ask; reply: (answer: Promise<Answer>) => void }

export type Question<Ask, Answer> = {
  /** The answer; undefined when nobody is there to give one. */
  ask(ask: Ask): Promise<Answer | undefined>
  /** Answers from now on. Returns the way to stop. */
  answer(handler: (ask: Ask) => Promise<Answer>): () => void
}

export function question<Ask, Answer>(name: string): Question<Ask, Answer> {
  const questions = channel(`broadsheet:comments:${name}`)
  // Only `ask` below publishes here; the check keeps a stranger on the channel from being taken for it.
  const isAsked = (message: unknown): message is Asked<Ask, Answer> =>
    typeof message === 'object' && message !== null && 'ask' in message && 'reply' in message
  return {
    async ask(ask) {
      let given: Promise<Answer> | undefined
      const reply = (answer: Promise<Answer>) => {
        given = answer
      }
      questions.publish({ ask, reply } satisfies Asked<Ask, Answer>)
      return given
    },
    answer(handler) {
      const listener = (message: unknown) => {
        if (isAsked(message)) message.reply(handler(message.ask))
      }
      questions.subscribe(listener)
      return () => questions.unsubscribe(listener)
    },
  }
}
