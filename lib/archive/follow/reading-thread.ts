import type { Worker } from 'node:worker_threads'
import { z } from 'zod'
import { startThread } from '@/lib/threads/worker-thread'
import type { ReadingPlace } from './read-file'
import { type FileReading, fileReading, type SeenFile } from './reading'

type Waiting = { resolve: (readings: FileReading[]) => void; reject: (error: Error) => void }

const readings = z.array(fileReading)

/** A sixth of it takes a quarter longer to read an archive; threads that read end when they have read. */
const YOUNG_GENERATION_MB = 24

/** A thread that reads and parses files; it answers in the order in which it was asked. */
export class ReadingThread {
  readonly #worker: Worker
  readonly #waiting: Waiting[] = []

  constructor(place: ReadingPlace) {
    this.#worker = startThread('archive/follow/reading', place, {
      maxYoungGenerationSizeMb: YOUNG_GENERATION_MB,
      maxOldGenerationSizeMb: 96,
    })
    this.#worker.on('message', (message: unknown) => {
      this.#waiting.shift()?.resolve(readings.parse(message))
    })
    this.#worker.on('error', (cause) => this.#fail('failed', cause))
    this.#worker.on('exit', () => this.#fail('ended'))
  }

  read(files: readonly SeenFile[]): Promise<FileReading[]> {
    const answer = new Promise<FileReading[]>((resolve, reject) => {
      this.#waiting.push({ resolve, reject })
    })
    // The caller that awaits it hears of a failure; until then it must not count as unhandled.
    answer.catch(() => undefined)
    this.#worker.postMessage(files)
    return answer
  }

  async stop(): Promise<void> {
    await this.#worker.terminate()
  }

  #fail(how: string, cause?: unknown): void {
    const error = new Error(`A thread that reads content files ${how}`, { cause })
    for (const { reject } of this.#waiting.splice(0)) reject(error)
  }
}
