import * as z from 'zod'
import { WorkerClient } from '@/lib/threads/worker-client'
import { NewSpellings } from './new-spellings'
import { type ReadingPlace, readFile } from './read-file'
import { type FileReading, fileReading, type SeenFile } from './reading'

/** Files in one message: enough that messages cost little, few enough that memory can hold several messages. */
const PORTION = 64

/** With this many files, starting threads (half a second each) pays off. */
const MANY_FILES = 2_000

/** Reading and parsing takes twice as long as writing; a third thread would only wait for the writer. */
const THREADS = 2

/** With a sixth of this memory an archive takes a quarter longer to read; the threads end when the reading is done. */
const LIMITS = { maxYoungGenerationSizeMb: 24, maxOldGenerationSizeMb: 96 }

type ReadingThread = WorkerClient<readonly SeenFile[], FileReading[]>

const readings = z.array(fileReading)

const startReading = (place: ReadingPlace): ReadingThread =>
  new WorkerClient({ program: 'archive-reading', data: place, replies: readings, limits: LIMITS })

/** Portions queued for each thread: it reads them while the writer stores a batch. */
const AHEAD = 4

/** Reads files in portions, in order; many files are read in separate threads. */
export async function* readFiles(
  place: ReadingPlace,
  files: readonly SeenFile[],
): AsyncGenerator<FileReading[]> {
  if (files.length >= MANY_FILES) return yield* readInThreads(place, files)
  const spellings = new NewSpellings()
  for (const file of files) yield [await readFile(place, file, spellings)]
}

async function* readInThreads(place: ReadingPlace, files: readonly SeenFile[]) {
  const threads = Array.from({ length: THREADS }, () => startReading(place))
  try {
    // Portions go to the threads in turn and come back in the same order.
    const queue: { thread: ReadingThread; answer: Promise<FileReading[]> }[] = []
    let next = 0
    const give = (thread: ReadingThread) => {
      const portion = files.slice(next, next + PORTION)
      next += PORTION
      if (portion.length === 0) return
      const answer = thread.ask(portion)
      // A failure is thrown when its portion's turn comes; until then Node must not count it as unhandled.
      answer.catch(() => undefined)
      queue.push({ thread, answer })
    }
    for (let ahead = 0; ahead < AHEAD; ahead++) for (const thread of threads) give(thread)
    for (let first = queue.shift(); first !== undefined; first = queue.shift()) {
      const readings = await first.answer
      give(first.thread)
      yield readings
    }
  } finally {
    await Promise.all(threads.map((thread) => thread.end()))
  }
}
