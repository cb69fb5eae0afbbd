import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Article } from '@/lib/article/article'
import { parseArticle } from '@/lib/front-matter/parse-article'
import { articleSentences } from '@/lib/insight/article-sentences'
import { keyPointsOf } from '@/lib/insight/key-points'
import { SEED } from './seed'

const FOLDER = path.resolve(import.meta.dirname, '../../fixtures/key-points')

/** Points that an editor would keep, of three for each article; before headlines were read they were 25. */
const REACHED = 33

function readFixture(name: string): Article {
  const bytes = readFileSync(path.join(FOLDER, `${name}.md`))
  const site = { lang: 'en', timeZone: 'UTC' }
  const parsed = parseArticle({ path: `articles/${name}.md`, bytes, site })
  if (!parsed.ok) throw new Error(`${name} is broken`)
  return parsed.article
}

/** Articles of several kinds and languages, two of them the project's own, with the beginnings of the sentences to keep. */
const ARTICLES = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.points'))
  .map((file) => {
    const name = path.basename(file, '.points')
    const lines = readFileSync(path.join(FOLDER, file), 'utf8').split('\n')
    return { name, article: SEED.get(name) ?? readFixture(name), kept: lines.filter(Boolean) }
  })

const isKept = (kept: readonly string[], text: string) => kept.some((line) => text.startsWith(line))

test(`of the points of thirteen articles an editor would keep ${REACHED}`, () => {
  const points = ARTICLES.flatMap(({ article, kept }) =>
    keyPointsOf(article).map(({ text }) => ({ text, right: isKept(kept, text) })),
  )
  expect(ARTICLES).toHaveLength(13)
  const wrong = points.filter(({ right }) => !right).map(({ text }) => text)
  expect(points.length - wrong.length, wrong.join('\n')).toBeGreaterThanOrEqual(REACHED)
})

describe.each(ARTICLES)('$name', ({ article, kept }) => {
  test('has three points, and an editor would keep most of them', () => {
    const points = keyPointsOf(article)
    expect(points).toHaveLength(3)
    expect(points.filter(({ text }) => isKept(kept, text)).length).toBeGreaterThanOrEqual(2)
  })

  test('says each point letter for letter', () => {
    const sentences = articleSentences(article)
    for (const point of keyPointsOf(article)) expect(sentences).toContainEqual(point)
    for (const line of kept) expect(sentences.some(({ text }) => text.startsWith(line))).toBe(true)
  })
})
