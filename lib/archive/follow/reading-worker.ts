import { parentPort, workerData } from 'node:worker_threads'
import { z } from 'zod'
import { canonicalTag } from '@/lib/article/canonical-tags'
import { NewSpellings } from './new-spellings'
import { readFile } from './read-file'
import { seenFile } from './reading'

const place = z
  .object({
    contentDir: z.string(),
    timeZone: z.string(),
    tags: z.array(canonicalTag),
    now: z.date(),
  })
  .parse(workerData)
const order = z.array(seenFile)
const spellings = new NewSpellings()

parentPort?.on('message', async (message: unknown) => {
  const readings = []
  for (const file of order.parse(message)) readings.push(await readFile(place, file, spellings))
  parentPort?.postMessage(readings)
})
