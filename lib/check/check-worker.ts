import { parentPort, workerData } from 'node:worker_threads'
import { z } from 'zod'
import { checkFile } from './check-file'

const place = z.object({ timeZone: z.string(), now: z.date() }).parse(workerData)
const order = z.array(z.object({ path: z.string(), absolute: z.string() }))

parentPort?.on('message', (message: unknown) => {
  parentPort?.postMessage(order.parse(message).map((file) => checkFile(place, file)))
})
