import { spawn } from 'node:child_process'
import { performance } from 'node:perf_hooks'
import { createInterface } from 'node:readline'

/**
 * What runs at the same time. Each step is an npm script, and its lines start with its name. Two rows use two cores: the
 * pages, which the journeys visit, are built while types and rules are checked.
 */
const PLANS: Record<string, string[][]> = {
  check: [['types', 'lint'], ['test:pure']],
  all: [
    ['types', 'lint', 'content:check', 'test:unit'],
    ['build', 'test:e2e'],
  ],
}

type Outcome = { step: string; passed: boolean; seconds: number }

function run(step: string): Promise<Outcome> {
  const started = performance.now()
  const child = spawn('npm', ['run', '--silent', step], {
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  })
  for (const stream of [child.stdout, child.stderr]) {
    createInterface(stream).on('line', (line) => console.log(`${step.padEnd(13)} │ ${line}`))
  }
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) =>
      resolve({
        step,
        passed: code === 0,
        seconds: Math.round((performance.now() - started) / 1000),
      }),
    )
  })
}

/** Runs one step after another, even after a failure: an error in the types must not hide one in the tests. */
async function runRow(steps: readonly string[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  for (const step of steps) outcomes.push(await run(step))
  return outcomes
}

const plan = PLANS[process.argv[2] ?? 'all']
if (plan === undefined) throw new Error(`Plans are ${Object.keys(PLANS).join(' and ')}.`)
const outcomes = (await Promise.all(plan.map(runRow))).flat()
console.log()
for (const { step, passed, seconds } of outcomes) {
  console.log(`${passed ? '✓' : '✗'} ${step.padEnd(13)} ${seconds} s`)
}
process.exitCode = outcomes.every(({ passed }) => passed) ? 0 : 1
