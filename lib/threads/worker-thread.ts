import { setFlagsFromString } from 'node:v8'
import { type ResourceLimits, Worker } from 'node:worker_threads'
import { type ThreadProgram, threadProgram } from './find-code'

/** The heap of a thread that serves the server: its young generation stays small, in megabytes. */
const SMALL_HEAP: ResourceLimits = { maxYoungGenerationSizeMb: 12 }

/** Starts a thread with a heap of its own. */
export function startThread(
  program: ThreadProgram | URL,
  workerData: unknown,
  resourceLimits: ResourceLimits = SMALL_HEAP,
): Worker {
  // What `npm start` says of the young generation is for the thread that makes pages, which has it by now. Left in
  // place it would overrule the limits of every other thread.
  setFlagsFromString('--max-semi-space-size=0')
  const { file, argv } =
    program instanceof URL ? { file: program, argv: [] } : threadProgram(program)
  return new Worker(file, {
    argv,
    // Main's loader is not for the thread, which brings its own.
    execArgv: [],
    workerData,
    resourceLimits,
  })
}
