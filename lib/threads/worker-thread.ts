import { setFlagsFromString } from 'node:v8'
import { type ResourceLimits, Worker } from 'node:worker_threads'
import { type ThreadProgram, threadProgram } from './find-code'

/** The heap of a thread that serves the server: its young generation stays small; in megabytes. */
const SMALL_HEAP: ResourceLimits = { maxYoungGenerationSizeMb: 12 }

/** Starts a thread with a heap of its own. */
export function startThread(
  program: ThreadProgram | URL,
  workerData: unknown,
  resourceLimits: ResourceLimits = SMALL_HEAP,
): Worker {
  // `npm start` sets the size of the young generation for the thread that renders pages, which has it by now. Left in
  // place, the flag would override the limits of every other thread.
  setFlagsFromString('--max-semi-space-size=0')
  const { file, argv } =
    program instanceof URL ? { file: program, argv: [] } : threadProgram(program)
  return new Worker(file, {
    argv,
    // The thread brings its own loader and doesn't need the main thread's.
    execArgv: [],
    workerData,
    resourceLimits,
  })
}
