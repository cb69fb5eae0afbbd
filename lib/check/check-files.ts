import { availableParallelism } from 'node:os'
import * as z from 'zod'
import { WorkerClient } from '@/lib/threads/worker-client'
import { type CheckPlace, checkFile } from './check-file'
import { type CheckedFile, checkedFile } from './checked-file'

/** With fewer files, starting a thread takes longer than checking them all. */
const MIN_FILES_FOR_THREADS = 600
/** Files in one message to a thread: enough to be worth it, few enough to show progress. */
const BATCH = 50
/** More threads would wait for the disk, and each loads the parsers again. */
const MAX_THREADS = 4

export type OnProgress = (done: number, total: number) => void
const answer = z.array(checkedFile)
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
    const thread = new WorkerClient<Files, CheckedFile[]>({
      program: 'check',
      data: place,
      replies: answer,
      // No heap limit: a command shares its process with no reader.
      limits: {},
    })
    try {
      for (let i = next++; i < batches.length; i = next++) {
        const batch = (batches[i] ?? []).map(({ path, absolute }) => ({ path, absolute }))
        results[i] = await thread.ask(batch)
        done += batch.length
        onProgress(done, files.length)
      }
    } finally {
      await thread.end()
    }
  }
  const threads = Math.min(MAX_THREADS, availableParallelism())
  await Promise.all(Array.from({ length: threads }, work))
  return results.flat()
}
