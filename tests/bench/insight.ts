import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Archive } from '@/lib/archive/open'
import { findArticle } from '@/lib/archive/read/articles'
import type { Article } from '@/lib/article/article'
import { parseArticle } from '@/lib/front-matter/parse-article'
import { articleSentences } from '@/lib/insight/article-sentences'
import { chooseKeyPoints } from '@/lib/insight/choose-key-points'
import { askArchive } from '@/lib/insight/find-answers'
import { findStorySoFar } from '@/lib/insight/find-story-so-far'
import { words } from '@/lib/language/words'
import { now } from '@/lib/site/clock'
import type { BenchRow } from './archive'
import { generateArticle, randomFrom } from './archive-content'
import { DEFAULT_ARTICLES, generatedArchive } from './generated-archive'
import { root } from './programs'
import { shown, type Time, timeAt, timeOf } from './time-of'

const QUESTIONS = 300
const STORIES = 100
/** The first runs open files and compile code. */
const WARM_UP = 30
const TIMES_CHOSEN = 40

/** Attempts to make an answer take long: words that every article has, a pasted page, one endless word. */
const HOSTILE = [
  'ban bren cin don fon gun hun kun',
  'Who is ban and why did bren '.repeat(400),
  'x'.repeat(10_000),
  'NEAR(ban bren) OR * ^ : "',
  '\u0000\ud800🗾\u202e'.repeat(2_500),
]

/** The key points of the articles that come with the project, and questions to an archive of generated ones. */
export async function benchInsight(
  articles = DEFAULT_ARTICLES,
  folder?: string,
): Promise<BenchRow[]> {
  const archive = await generatedArchive(articles, folder)
  const rows = [...rowsOfKeyPoints(), ...rowsOfArchive(archive, articles)]
  archive.close()
  return rows
}

function rowsOfKeyPoints(): BenchRow[] {
  const texts = seedArticles().map(({ title, lang, body }) => ({
    article: { title, lang, sentences: articleSentences({ body, lang }) },
    words: words(body).length,
  }))
  const all = texts.reduce((sum, { words: count }) => sum + count, 0)
  const choose = () => texts.map(({ article }) => chooseKeyPoints(article, 3))
  for (let i = 0; i < WARM_UP; i++) choose()
  const times = Array.from({ length: TIMES_CHOSEN }, () => timeOf(choose))
  const perThousand = (of: keyof Time) => (1_000 * mean(times.map((time) => time[of]))) / all
  const measured = shown({ wall: perThousand('wall'), processor: perThousand('processor') })
  return [{ what: 'key points, per 1,000 words', measured, goal: '≤ 20 ms' }]
}

function seedArticles(): Article[] {
  const folder = path.join(root, 'content', 'articles')
  return readdirSync(folder).flatMap((name) => {
    const bytes = readFileSync(path.join(folder, name))
    const at = `articles/${name}`
    const parsed = parseArticle({ path: at, bytes, site: { lang: 'en', timeZone: 'UTC' } })
    return parsed.ok ? [parsed.article] : []
  })
}

const mean = (all: readonly number[]) => all.reduce((sum, each) => sum + each, 0) / all.length

function rowsOfArchive(archive: Archive, articles: number): BenchRow[] {
  const random = randomFrom(11)
  const questions = Array.from({ length: QUESTIONS }, () => questionOf(random, articles))
  const ask = (question: string) => askArchive(question, now(), undefined, archive)
  for (const question of questions.slice(0, WARM_UP)) ask(question)
  const asked = questions.map((question) => timeOf(() => ask(question)))
  const hostile = HOSTILE.map((question) => timeOf(() => ask(question)))
  const stories = Array.from({ length: STORIES }, () => {
    const found = findArticle(`story-${Math.floor(random() * articles)}`, now(), archive)
    return found?.state === 'live'
      ? [timeOf(() => findStorySoFar(found.article, now(), archive))]
      : []
  }).flat()
  return [
    { what: `ask among ${articles}, p50`, measured: shown(timeAt(asked, 0.5)), goal: '' },
    { what: `ask among ${articles}, p95`, measured: shown(timeAt(asked, 0.95)), goal: '≤ 60 ms' },
    { what: 'the longest of the hostile questions', measured: shown(timeAt(hostile, 1)), goal: '' },
    {
      what: `the story so far among ${articles}, p95`,
      measured: shown(timeAt(stories, 0.95)),
      goal: '≤ 40 ms a page',
    },
  ]
}

/** A question from a reader who remembers a sentence of an article: three to six of its words. */
function questionOf(random: () => number, articles: number): string {
  const { text } = generateArticle(Math.floor(random() * articles))
  const sentences = text.slice(text.lastIndexOf('---')).split('. ')
  const sentence = sentences[Math.floor(random() * sentences.length)] ?? ''
  const known = sentence.match(/[A-Za-z]{4,}/g) ?? []
  const some = Array.from(
    { length: 3 + Math.floor(random() * 4) },
    () => known[Math.floor(random() * known.length)],
  )
  return `Who ${some.join(' ')}?`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  console.table(await benchInsight(Number(process.argv[2] ?? DEFAULT_ARTICLES), process.argv[3]))
}
