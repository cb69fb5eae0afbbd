import { expect, test } from 'vitest'
import { Queue } from '@/lib/threads/queue'

const ANY = { most: 100 }

/** Work that ends when it is told to. */
function piece(name: string, began: string[]) {
  let end = () => {}
  const held = new Promise<string>((resolve) => {
    end = () => resolve(name)
  })
  const work = () => {
    began.push(name)
    return held
  }
  return { work, end }
}

test('runs one piece at a time, in order of arrival', async () => {
  const queue = new Queue()
  const began: string[] = []
  const pieces = ['a', 'b', 'c'].map((name) => piece(name, began))
  const done = pieces.map(({ work }) => queue.add(work, ANY))
  expect(began).toEqual(['a'])
  for (const [i, { end }] of pieces.entries()) {
    end()
    expect(await done[i]).toBe('abc'[i])
  }
  expect(began).toEqual(['a', 'b', 'c'])
})

test('takes the lightest first', async () => {
  const queue = new Queue()
  const began: string[] = []
  const weights = [5, 9, 1, 5, 1]
  const done = weights.map((weight, i) =>
    queue.add(async () => began.push(`${weight}${'abcde'[i]}`), { weight, most: 100 }),
  )
  await Promise.all(done)
  expect(began).toEqual(['5a', '1c', '1e', '5d', '9b'])
})

test('refuses work when it is full, and only then', async () => {
  const queue = new Queue()
  const [a, b, c] = ['a', 'b', 'c'].map((name) => piece(name, []))
  if (!a || !b || !c) throw new Error('no pieces')
  const first = queue.add(a.work, { most: 1 })
  const second = queue.add(b.work, { most: 1 })
  expect(queue.add(c.work, { most: 1 })).toBeUndefined()
  a.end()
  await first
  const third = queue.add(c.work, { most: 1 })
  b.end()
  c.end()
  expect(await Promise.all([second, third])).toEqual(['b', 'c'])
})

test('continues after a piece that failed, in whatever way', async () => {
  const queue = new Queue()
  const failed = [
    queue.add(() => Promise.reject(new Error('later')), ANY),
    queue.add(() => {
      throw new Error('at once')
    }, ANY),
  ]
  const next = queue.add(async () => 'next', ANY)
  await expect(failed[0]).rejects.toThrow('later')
  await expect(failed[1]).rejects.toThrow('at once')
  expect(await next).toBe('next')
})
