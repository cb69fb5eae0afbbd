import { expect, onTestFinished, test, vi } from 'vitest'
import { chooseAnswers, findChoice, modelHost } from '@/lib/model/choose'
import { startModel } from '@/lib/model/worker-start'
import { onChange, onRead } from '@/lib/running/report'
import { numberOf, saying, startModelServer } from '../../support/model-server'
import { temporaryFolder } from '../../support/temporary-folder'

const SENTENCES = ['It rained.', 'The mayor closed the harbour.', 'Boats left.']
const POINTS = { task: 'key-points' as const, about: 'Harbour closed', sentences: SENTENCES }
const right = saying((asked) => String(numberOf(asked, 'The mayor')))

function start(url: string, dataDir = temporaryFolder()) {
  const warnings: string[] = []
  const log = { warn: (_: object, message: string) => warnings.push(message), error: console.error }
  const model = startModel({ url, model: 'small', callsPerDay: 100 }, dataDir, log)
  onTestFinished(() => model.stop())
  return { model, warnings }
}

test('without a model nothing is asked or chosen', async () => {
  expect(modelHost.ask('host')).toBeUndefined()
  expect(await chooseAnswers('Who?', SENTENCES)).toBeUndefined()
  expect(await findChoice(POINTS, 'harbour')).toBeUndefined()
})

test('a page learns which sentences answer a question, and editors learn the model’s state', async () => {
  await using server = await startModelServer(right)
  const { model } = start(server.url)
  expect(`http://${modelHost.ask('host')}/v1`).toBe(server.url)
  // The first order waits for the thread to start, longer than a reader would.
  await model.figures()
  expect(await chooseAnswers('Who closed the harbour?', SENTENCES)).toEqual([1])
  expect(await model.figures()).toMatchObject({ chosen: 1, callsToday: 1, model: 'small' })
})

test('a reader isn’t kept waiting by a slow model', async () => {
  await using server = await startModelServer(() => undefined)
  const { model } = start(server.url)
  await model.figures()
  expect(await chooseAnswers('Who closed the harbour?', SENTENCES)).toBeUndefined()
})

test('a page gets key points chosen earlier, and is rendered again when they are ready', async () => {
  await using server = await startModelServer(right)
  const { model } = start(server.url)
  await model.figures()
  const [read, changed] = [[] as string[], [] as string[]]
  onTestFinished(onRead(({ tags = [] }) => read.push(...tags)))
  onTestFinished(onChange((tags) => changed.push(...tags)))
  expect(await findChoice(POINTS, 'harbour')).toBeUndefined()
  await vi.waitFor(() => expect(changed).toEqual(read), { timeout: 10_000 })
  expect(await findChoice(POINTS, 'harbour')).toEqual([1])
  expect(server.requests).toHaveLength(1)
})

test('a choice of the last run that arrives too late for a page has the page rendered again', async () => {
  await using server = await startModelServer(right)
  const dataDir = temporaryFolder()
  const first = start(server.url, dataDir)
  await first.model.figures()
  const changed: string[] = []
  onTestFinished(onChange((tags) => changed.push(...tags)))
  await findChoice(POINTS, 'harbour')
  await vi.waitFor(() => expect(changed).toHaveLength(1), { timeout: 10_000 })
  await first.model.stop()
  start(server.url, dataDir)
  const early = await findChoice(POINTS, 'harbour')
  const announced = early === undefined ? 2 : 1
  await vi.waitFor(() => expect(changed).toHaveLength(announced), { timeout: 10_000 })
  expect(await findChoice(POINTS, 'harbour')).toEqual([1])
  expect(server.requests).toHaveLength(1)
})
