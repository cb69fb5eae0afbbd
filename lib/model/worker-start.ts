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
  /** Its state; undefined while its thread doesn't answer. */
  figures(): Promise<ModelFigures | undefined>
  stop(): Promise<void>
}

const hostOf = ({ url }: ModelSettings) => new URL(url).host

/** The name of a model, for editors. */
export const modelLabel = (settings: ModelSettings) => `${settings.model}, ${hostOf(settings)}`

/** Longer than any call of the model may take. */
const STUCK_MS = 180_000

/** Lets pages ask the model through a separate thread, which renders no pages, so that the pages' thread writes no files. */
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
  // The first reader shouldn't wait for the thread to load.
  thread.start()
  let isStopping = false
  const ask = (order: ModelOrder) =>
    thread.ask(order).catch((err: unknown) => {
      if (!isStopping) log.error({ err }, 'The thread that asks the model failed')
      return undefined
    })
  const stopServing = [
    modelService.serve(ask),
    modelHost.serve((what) => (what === 'host' ? hostOf(settings) : modelLabel(settings))),
  ]
  return {
    figures: async () => (await ask({ type: 'figures' }))?.figures,
    async stop() {
      isStopping = true
      for (const stop of stopServing) stop()
      await thread.end()
    },
  }
}
