import { announceChange } from '@/lib/running/report'
import type { ModelSettings } from '@/lib/site/env'
import { WorkerClient } from '@/lib/threads/worker-client'
import { modelHost, modelService } from './choose'
import {
  type ModelEvent,
  type ModelFigures,
  type ModelOrder,
  type ModelReply,
  modelEvent,
  modelReply,
} from './messages'

type Log = {
  warn: (fields: object, message: string) => void
  error: (fields: object, message: string) => void
}

export type RunningModel = {
  /** How it does; undefined while its thread doesn't answer. */
  figures(): Promise<ModelFigures | undefined>
  stop(): Promise<void>
}

/** Longer than any call of the model may take. */
const STUCK_MS = 180_000

/** Lets pages ask the model, through a thread of its own: no page is made on it, and no file is written on theirs. */
export function startModel(settings: ModelSettings, dataDir: string, log: Log): RunningModel {
  const thread = new WorkerClient<ModelOrder, ModelReply, ModelEvent>({
    program: 'model',
    data: { settings, dataDir },
    replies: modelReply,
    events: {
      schema: modelEvent,
      hear: (event) => {
        if (event.type === 'chosen') announceChange([event.tag])
        else log.warn(event.fields, event.message)
      },
    },
    stuckMs: STUCK_MS,
    isMinor: true,
    onFailed: (err) => log.error({ err }, 'The thread that asks the model failed'),
  })
  const ask = (order: ModelOrder) =>
    thread.ask(order).catch((err: unknown) => {
      log.error({ err }, 'The thread that asks the model failed')
      return undefined
    })
  const stopServing = [modelService.serve(ask), modelHost.serve(() => new URL(settings.url).host)]
  return {
    figures: async () => (await ask({ type: 'figures' }))?.figures,
    async stop() {
      for (const stop of stopServing) stop()
      await thread.end()
    },
  }
}
