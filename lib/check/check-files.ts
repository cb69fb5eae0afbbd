import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { z } from 'zod'
import { type CheckPlace, checkFile } from './check-file'
import { type CheckedFile, checkedFile } from './checked-file'

/** Below this a thread takes longer to start than all of the files to check. */
const MIN_FILES_FOR_THREADS = 600
/** Files handed to a thread at a time: enough to be worth the message, few enough to show how it comes along. */
const BATCH = 50
/** More threads wait for the disk, and each holds the parsers once more. */
const MAX_THREADS = 4

export type OnProgress = (done: number, total: number) => void
type Files = readonly { path: string; absolute: string }[]

/** Checks each file by itself, on as many cores as help, in the order given. */
export async function checkFiles(
  place: CheckPlace,
  files: Files,
  onProgress: OnProgress,
): Promise<CheckedFile[]> {
  if (files.length < MIN_FILES_FOR_THREADS) {
    return files.map((file) => checkedFile.parse(checkFile(place, file)))
  }
  const batches = Array.from({ length: Math.ceil(files.length / BATCH) }, (_, i) =>
    files.slice(i * BATCH, (i + 1) * BATCH),
  )
  const results: CheckedFile[][] = []
  let next = 0
  let done = 0
  const work = async () => {
    const thread = startThread(place)
    try {
      for (let i = next++; i < batches.length; i = next++) {
        const batch = batches[i] ?? []
        results[i] = await thread.check(batch)
        done += batch.length
        onProgress(done, files.length)
      }
    } finally {
      await thread.stop()
    }
  }
  const threads = Math.min(MAX_THREADS, availableParallelism())
  await Promise.all(Array.from({ length: threads }, work))
  return results.flat()
}

const answer = z.array(checkedFile)

function startThread(place: CheckPlace) {
  const worker = new Worker(new URL('./check-entry.mjs', import.meta.url), {
    execArgv: [],
    workerData: { timeZone: place.timeZone, now: place.now },
  })
  return {
    async check(files: Files): Promise<CheckedFile[]> {
      worker.postMessage(files.map(({ path, absolute }) => ({ path, absolute })))
      // Rejects with the thread's own error if there is one.
      const [message]: unknown[] = await once(worker, 'message')
      return answer.parse(message)
    },
    stop: () => worker.terminate(),
  }
}
