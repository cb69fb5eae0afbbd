import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import type { Choosing } from '@/lib/model/choosing'
import { Chooser } from '@/lib/model/find-choice'
import { askModel } from '@/lib/model/read-reply'
import { choicesInMemory, type KeptChoices, openChoices } from '@/lib/model/store-choices'
import { numberOf, saying, startModelServer } from '../../support/model-server'
import { temporaryFolder } from '../../support/temporary-folder'

const answering = (about = 'Who closed the harbour?'): Choosing => ({
  ...{ task: 'answer', about },
  sentences: ['It rained.', 'The mayor closed the harbour.', 'Boats left.'],
})

type Given = { callsPerDay?: number; choices?: KeptChoices; key?: string }

function chooserFor(url: string, { callsPerDay = 100, choices, key }: Given = {}) {
  const clock = { now: new Date('2026-11-30T12:00:00Z') }
  const warnings: string[] = []
  const chooser = new Chooser({
    settings: { url, model: 'small', callsPerDay, ...(key !== undefined && { key }) },
    choices: choices ?? choicesInMemory(),
    now: () => clock.now,
    log: { warn: (_, message) => warnings.push(message) },
  })
  return { chooser, clock, warnings }
}

const right = saying((asked) => String(numberOf(asked, 'The mayor')))

test('a question goes to the model with its name and key, and its choice is stored', async () => {
  await using model = await startModelServer(right)
  const { chooser } = chooserFor(model.url, { key: 'its-key' })
  expect(await chooser.forReader(answering())).toEqual([1])
  expect(await chooser.forReader(answering())).toEqual([1])
  expect(model.requests).toMatchObject([
    { model: 'small', authorization: 'Bearer its-key', path: '/v1/chat/completions' },
  ])
  expect(chooser.figures).toMatchObject({ chosen: 1, kept: 1, failed: 0, callsToday: 1 })
})

test.each<[string, Parameters<typeof startModelServer>[0], string]>([
  ['garbage', (_, response) => void response.end('<html>'), 'its reply is not JSON'],
  ['another form', (_, response) => void response.end('{"text": "2"}'), 'not a chat completion'],
  ['words alone', saying(() => 'The mayor did.'), 'chooses nothing'],
  ['a refusal', (_, response) => void response.writeHead(429).end('{}'), 'status 429'],
  [
    'another address',
    (_, response) => void response.writeHead(307, { location: 'http://127.0.0.1:9/' }).end(),
    'can’t be reached',
  ],
  ['a broken line', (_, response) => void response.destroy(), 'can’t be reached'],
  [
    'half a reply',
    (_, response) => {
      response.writeHead(200, { 'content-length': '900' }).write('{"choices": [')
      setTimeout(() => response.destroy(), 20)
    },
    'can’t be reached',
  ],
  ['a flood', (_, response) => void response.end(' '.repeat(70_000)), 'longer than 65536'],
])('%s is no choice, and editors are told why', async (_, answer, reason) => {
  await using model = await startModelServer(answer)
  const { chooser } = chooserFor(model.url)
  expect(await chooser.forReader(answering())).toBeUndefined()
  expect(chooser.figures.lastFailure?.reason).toContain(reason)
})

test('a model that takes too long is given up', async () => {
  await using model = await startModelServer(async () => sleep(60_000, undefined, { ref: false }))
  const asked = askModel({ url: model.url, model: 'small', callsPerDay: 1 }, [], 50)
  await expect(asked).rejects.toThrow('it took longer than 0.05 s')
})

test('after three failures it pauses, longer each time, and logs it once', async () => {
  await using model = await startModelServer((_, response) => void response.destroy())
  const { chooser, clock, warnings } = chooserFor(model.url)
  for (const n of [1, 2, 3, 4, 5]) await chooser.forReader(answering(`Question ${n}?`))
  expect(model.requests).toHaveLength(3)
  expect(chooser.figures.restsUntil).toEqual(new Date('2026-11-30T12:00:30Z'))
  clock.now = new Date('2026-11-30T12:00:31Z')
  await chooser.forReader(answering('Question 6?'))
  await chooser.forReader(answering('Question 7?'))
  expect(model.requests).toHaveLength(4)
  expect(warnings).toHaveLength(1)
  clock.now = new Date('2026-11-30T12:10:00Z')
  model.answer(right)
  expect(await chooser.forReader(answering('Question 8?'))).toEqual([1])
  expect(chooser.figures).not.toHaveProperty('restsUntil')
})

test('no more calls a day than the budget allows, even after a restart', async () => {
  await using model = await startModelServer(right)
  const folder = temporaryFolder()
  const day = async (choices: KeptChoices, clock?: string) => {
    const { chooser, clock: at } = chooserFor(model.url, { callsPerDay: 2, choices })
    if (clock !== undefined) at.now = new Date(clock)
    for (const n of [1, 2, 3]) await chooser.forReader(answering(`${clock} ${n}?`))
    choices.close()
  }
  await day(openChoices(folder))
  await day(openChoices(folder))
  expect(model.requests).toHaveLength(2)
  await day(openChoices(folder), '2026-12-01T00:00:00Z')
  expect(model.requests).toHaveLength(4)
})

test('at most two questions are sent at once, others get no choice, and the same question is sent once', async () => {
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  await using model = await startModelServer(async (asked, response) => {
    await held
    await right(asked, response)
  })
  const { chooser } = chooserFor(model.url)
  const choices = ['One?', 'One?', 'Two?', 'Three?'].map((each) =>
    chooser.forReader(answering(each)),
  )
  expect(await choices[3]).toBeUndefined()
  release()
  expect(await Promise.all(choices)).toEqual([[1], [1], [1], undefined])
  expect(model.requests).toHaveLength(2)
})

test('choices for articles are made one after another', async () => {
  let running = 0
  let most = 0
  await using model = await startModelServer(async (asked, response) => {
    most = Math.max(most, ++running)
    await sleep(5)
    running--
    await right(asked, response)
  })
  const { chooser } = chooserFor(model.url)
  const articles = ['a', 'b', 'b', 'c'].map((about) =>
    chooser.inBackground({ ...answering(about), task: 'key-points' }),
  )
  expect(await Promise.all(articles)).toEqual([[1], [1], undefined, [1]])
  expect(most).toBe(1)
})

test('choices survive a restart, and a file that is not a database is replaced', async () => {
  const folder = temporaryFolder()
  const first = openChoices(folder)
  first.store('key', [2, 0], new Date())
  first.close()
  const second = openChoices(folder)
  expect(second.find('key')).toEqual([2, 0])
  second.close()
  for (const name of readdirSync(folder)) rmSync(path.join(folder, name))
  writeFileSync(path.join(folder, 'choices.sqlite'), 'This was once a database. '.repeat(400))
  const third = openChoices(folder)
  expect(third.find('key')).toBeUndefined()
  third.store('key', [1], new Date())
  expect(third.find('key')).toEqual([1])
  third.close()
})
